using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies;

public sealed class HtmlRenditionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["p"] = ["id", "dir", "class"], ["h1"] = ["id", "dir"], ["h2"] = ["id", "dir"], ["h3"] = ["id", "dir"],
        ["h4"] = ["id", "dir"], ["h5"] = ["id", "dir"], ["h6"] = ["id", "dir"], ["ul"] = ["id", "dir"],
        ["ol"] = ["id", "dir", "start"], ["li"] = [], ["blockquote"] = ["id", "dir"], ["footer"] = [], ["pre"] = ["id", "dir"],
        ["code"] = ["class"], ["table"] = ["id", "dir"], ["thead"] = [], ["tbody"] = [], ["tr"] = [], ["th"] = ["scope"],
        ["td"] = [], ["figure"] = ["id", "dir"], ["img"] = ["src", "alt", "width", "height", "loading"], ["figcaption"] = [],
        ["small"] = [], ["hr"] = ["id", "dir"], ["a"] = ["href", "rel", "dir"], ["br"] = [], ["strong"] = [], ["em"] = [],
        ["u"] = [], ["s"] = [], ["sub"] = [], ["sup"] = [],
    };

    private static readonly string[] Void = ["br", "hr", "img"];

    [Fact]
    public void No_body_brings_an_unexpected_tag_attribute_or_address() => Sample.Body.Sample(
        body =>
        {
            var open = new Stack<string>();
            foreach (var token in HtmlTokens.Of(HtmlRendition.Write(body, "en")))
            {
                Assert.DoesNotContain(token.Text, c => char.IsControl(c) && c is not ('\t' or '\n'));
                if (token.Tag is null)
                {
                    continue;
                }

                Assert.True(Allowed.ContainsKey(token.Tag), token.Tag);
                Assert.Subset(Allowed[token.Tag].ToHashSet(), token.Attributes.Keys.ToHashSet());
                foreach (var address in token.Attributes.Where(pair => pair.Key is "href" or "src").Select(pair => pair.Value))
                {
                    Assert.Matches("^(https?:|mailto:|tel:|#|/(?![/\\\\]))", address);
                }

                if (token.Closes)
                {
                    Assert.Equal(token.Tag, open.Pop());
                }
                else if (!Void.Contains(token.Tag))
                {
                    open.Push(token.Tag);
                }
            }

            Assert.Empty(open);
        },
        iter: 10_000);

    [Fact]
    public void Every_block_is_one_line() => Sample.Body.Where(body => body.Count > 0).Sample(
        body => HtmlRendition.Write(body, "ar").Split('\n').Length == body.Count);

    [Theory]
    [InlineData("strong", "<strong>x</strong>")]
    [InlineData("em", "<em>x</em>")]
    [InlineData("underline", "<u>x</u>")]
    [InlineData("strike", "<s>x</s>")]
    [InlineData("code", "<code>x</code>")]
    [InlineData("sub", "<sub>x</sub>")]
    [InlineData("sup", "<sup>x</sup>")]
    [InlineData("sup em strong", "<strong><em><sup>x</sup></em></strong>")]
    [InlineData("blink", "x")]
    public void Marks_nest_in_one_order(string marks, string html) =>
        Assert.Equal($"<p id=\"b1\">{html}</p>", HtmlRendition.Write([Sample.Paragraph(Sample.Run("x", marks.Split(' ')))], "en"));

    [Theory]
    [InlineData("https://a.b/?x=1&y=\"2\"", "<a href=\"https://a.b/?x=1&amp;y=&quot;2&quot;\">x</a>")]
    [InlineData("HTTP://a.b", "<a href=\"HTTP://a.b\">x</a>")]
    [InlineData("mailto:a@b.c", "<a href=\"mailto:a@b.c\">x</a>")]
    [InlineData("/a b", "<a href=\"/a%20b\">x</a>")]
    [InlineData("#b2", "<a href=\"#b2\">x</a>")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("JavaScript:alert(1)", "x")]
    [InlineData(" javascript:alert(1)", "x")]
    [InlineData("java\tscript:alert(1)", "x")]
    [InlineData("https:\n//a.b", "x")]
    [InlineData("data:text/html,x", "x")]
    [InlineData("vbscript:x", "x")]
    [InlineData("//evil.example", "x")]
    [InlineData("/\\evil.example", "x")]
    [InlineData("page.html", "x")]
    [InlineData("", "x")]
    public void Only_safe_addresses_become_links(string href, string html) =>
        Assert.Equal($"<p id=\"b1\">{html}</p>", HtmlRendition.Write([new ParagraphBlock { Id = "b1", Content = Sample.Runs("x", href) }], "en"));

    [Theory]
    [InlineData("<script>alert(\"1\")</script> & 'x'", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'x'")]
    [InlineData("one\ntwo\r\nthree", "one<br>two<br>three")]
    [InlineData("a\u0000b\u0007c\u000Bd\u0085e\rf", "abc d e f")]
    [InlineData("مرحبا 😀", "مرحبا 😀")]
    [InlineData("", "")]
    public void Text_is_escaped_and_cleaned(string text, string html) =>
        Assert.Equal($"<p id=\"b1\">{html}</p>", HtmlRendition.Write([Sample.Paragraph(text)], "en"));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("<p id=\"b1\">a\uFFFDb\uFFFD</p>", HtmlRendition.Write([Sample.Paragraph("a\uD800b\uDC00")], "en"));

    [Fact]
    public void Runs_with_one_address_share_a_link()
    {
        var body = Sample.Paragraph(
            new Run { Text = "a", Href = "/x" },
            new Run { Text = "", Href = "/y" },
            new Run { Text = "b", Href = "/x", Marks = ["em"] });

        Assert.Equal("<p id=\"b1\"><a href=\"/x\">a<em>b</em></a></p>", HtmlRendition.Write([body], "en"));
    }

    [Fact]
    public void Blocks_have_their_elements()
    {
        Block[] body =
        [
            Sample.Paragraph("x", "signature") with { Direction = "rtl" },
            new HeadingBlock { Id = "b1", Level = 2, Content = Sample.Runs("x") },
            Sample.List(true, 3, (2, "a"), (3, "b"), (5, "c"), (1, "d"), (0, "e")),
            Sample.List(false, null),
            new QuoteBlock { Id = "b1", Content = Sample.Runs("x"), Attribution = "M & N" },
            new CodeBlock { Id = "b1", Text = "a <\nb", Language = "csharp" },
            Sample.Table(true, ["h"], ["x", "y"]),
            Sample.Table(false, ["x"]),
            new ImageBlock { Id = "b1", Url = "/i", Alt = "\"", Caption = "C", Credit = "Me", Width = 640, Height = 480 },
            new ImageBlock { Id = "b1", Url = "data:image/png;base64,x", Alt = "what it shows" },
            new EmbedBlock { Id = "b1", Url = "https://a.b/v", Provider = "youtube" },
            new EmbedBlock { Id = "b1", Url = "javascript:alert(1)" },
            new DividerBlock { Id = "b1" },
        ];

        Assert.Equal(
            """
            <p id="b1" dir="rtl" class="signature">x</p>
            <h2 id="b1">x</h2>
            <ol id="b1" start="3"><li>a<ol><li>b<ol><li>c</li></ol></li><li>d</li></ol></li><li>e</li></ol>
            <ul id="b1"></ul>
            <blockquote id="b1"><p>x</p><footer>M &amp; N</footer></blockquote>
            <pre id="b1"><code class="language-csharp">a &lt;&#10;b</code></pre>
            <table id="b1"><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>
            <table id="b1"><tbody><tr><td>x</td></tr></tbody></table>
            <figure id="b1"><img src="/i" alt="&quot;" width="640" height="480" loading="lazy"><figcaption>C <small>Me</small></figcaption></figure>
            <figure id="b1"><figcaption>what it shows</figcaption></figure>
            <p id="b1"><a href="https://a.b/v" rel="noopener noreferrer nofollow">https://a.b/v</a></p>
            <p id="b1">javascript:alert(1)</p>
            <hr id="b1">
            """,
            HtmlRendition.Write(body, "en"));
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("ar-EG", true)]
    [InlineData("az-Arab-IR", true)]
    [InlineData("en", false)]
    [InlineData("ar-Latn", false)]
    [InlineData("", false)]
    public void Code_in_a_right_to_left_article_stays_left_to_right(string language, bool rightToLeft) => Assert.Equal(
        $"<pre id=\"b1\"{(rightToLeft ? " dir=\"ltr\"" : "")}><code>x</code></pre>",
        HtmlRendition.Write([new CodeBlock { Id = "b1", Text = "x" }], language));
}
