using System.Text;
using Cms.Content.Bodies;
using Cms.Content.Sources;
using CsCheck;

namespace Cms.Content.Tests.Sources;

public sealed class HostilePageTests
{
    private static readonly Gen<string> Markdown = Gen.OneOf(
        "---\n", "---\n", "title: Boats Leave\n", "date: 2020-09-28\n", "date: [a, b]\n", "author: {name: [x]}\n", "tags: &a [b, *a]\n",
        "draft: yes\n",
        "? [a]\n: b\n", "- x\n", "\t: {\n", "image: {url: //a.b/c}\n", "image: https://a.b/é\n", "lang: xx-YY\n", "slug: ../\u0660\n",
        "# Boats\n", "\n",
        "They left.\n", "- one\n", "> two\n", "<div>", "</div>", "[a](javascript:b)\n", "```\nx\n```\n", "canonical: https://a.b/c d\n",
        "!!binary x\n",
        "%YAML 1.2\n", "...\n", "\u202E", "\0", "e\u0301", "😀", "\u0085").List[0, 25].Select(string.Concat);

    private static readonly Gen<string> Html = Gen.OneOf(
        "<html lang=ar dir=rtl>", "<title>Boats</title>", "<body>", "</body>", "<article>", "</article>", "<main>", "</main>",
        "<div itemprop=articleBody>",
        "<div>", "</div>", "<p>", "</p>", "<aside>", "</aside>", "<form>", "</form>", "<footer>", "</footer>", "<blockquote>", "</blockquote>",
        "<table><td>",
        "</td></table>", "<h1>", "</h1>", "<svg>", "</svg>", "<script type=application/ld+json>", "</script>", "<template>", "</template>",
        "<!--", "-->",
        "{\"@type\":\"Article\",\"headline\":\"Boats\",", "\"author\":[{\"@id\":\"x\"}],", "\"datePublished\":\"2020-09-28\"}", "[", "]", "{", "}",
        "<meta property=og:title content='Boats left'>", "<meta property=og:image content='javascript:x'>", "<time datetime=2020-13-01>",
        "<link rel=canonical href=//a.b/c>", "<meta name=date content=''>", "<a href=javascript:x>", "&#x202E;", "&#0;", "They left.",
        "عادت القوارب", "\0", "<")
        .List[0, 25].Select(string.Concat);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 2000].Sample(bytes =>
    {
        IsSound(MarkdownPageReader.Read(bytes, Pages.Cairo));
        IsSound(HtmlPageReader.Read(bytes, Pages.Cairo));
    });

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[0, 500].Sample(text =>
    {
        IsSound(Pages.TryMarkdown($"---\ntitle: {text}\n---\n{text}"));
        IsSound(Pages.TryHtml($"<title>{text}</title><article {text}>{text}"));
    });

    [Fact]
    public void Any_order_of_known_markdown_is_read_or_refused_and_always_the_same() => Markdown.Sample(
        text => IsSame(Pages.TryMarkdown(text), Pages.TryMarkdown(text)), iter: 5_000);

    [Fact]
    public void Any_order_of_known_html_is_read_or_refused_and_always_the_same() => Html.Sample(
        text => IsSame(Pages.TryHtml(text), Pages.TryHtml(text)), iter: 5_000);

    public static TheoryData<string, string?> FrontMatters => new()
    {
        { "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghijklm".Select(c => $"{c}: &{c} [*{(char)(c - 1)},*{(char)(c - 1)}]\n")), null },
        { "a: \"\\UFFFFFFFF\"", "E_FORMAT" },
        { "a: !![ x", "E_FORMAT" },
        { "? [\u202E", "E_FORMAT" },
        { "a: " + Repeat("[", 17), "E_FORMAT" },
        { "a: " + Repeat("[", 30_000), "E_FORMAT" },
        { "a: " + Repeat("{a: ", 10_000), "E_FORMAT" },
        { Repeat("- ", 30_000), "E_FORMAT" },
        { string.Concat(Enumerable.Range(0, 4_000).Select(n => $"k{n}: v\n")), null },
        { "tags: [" + Repeat("a,", 20_000) + "]\n", null },
        { "tags: [" + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"t{n},")) + "]\n", null },
        { "author: [" + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"t{n},")) + "]\n", null },
        { $"description: {new string('x', 60_000)}\n", null },
        { $"description: {new string('x', 70_000)}\n", "E_TOO_LARGE" },
        { "date: 9999-12-31T23:59:59-14:00\n", null },
        { "date: 2020-09-28T24:00:00\n", null },
        { $"author: {new string('y', 5_000)}\n", null },
        { "lang: " + new string('a', 5_000) + "\n", null },
    };

    [Theory]
    [MemberData(nameof(FrontMatters), DisableDiscoveryEnumeration = true)]
    public void Front_matter_without_end_is_bounded(string yaml, string? code)
    {
        var reading = Pages.TryMarkdown($"---\ntitle: Boats Leave\n{yaml}\n---\nThey left.");
        Assert.Equal(code, reading.Refusal?.Code);
        IsSound(reading);
    }

    public static TheoryData<string, string> Endless => new()
    {
        { "div", Repeat("<div>", 900_000) },
        { "article", Repeat("<article>", 500_000) },
        { "closed articles", Repeat("<article><p>x</p></article>", 150_000) },
        { "marked", Repeat("<p itemprop=articleBody>x</p>", 150_000) },
        { "asides", "<article>" + Repeat("<aside>x</aside>", 250_000) },
        { "blockquote", Repeat("<blockquote>x", 300_000) },
        { "deep and unopened", Repeat("<div>", 300) + Repeat("</main></b>", 400_000) },
        { "h1", Repeat("<h1>x</h1>", 400_000) },
        { "meta", string.Concat(Enumerable.Range(0, 100_000).Select(n => $"<meta name=n{n} content=x>")) },
        { "scripts", Repeat("<script type=application/ld+json>{}</script>", 100_000) },
        { "linked data", $"<script type=application/ld+json>{{\"a\":\"{new string('x', 4_900_000)}\"}}</script>" },
        { "deep linked data", $"<script type=application/ld+json>{Repeat("[", 250_000)}</script>" },
        { "things", $"<script type=application/ld+json>[{Repeat("{\"@type\":\"Thing\",\"@id\":\"a\"},", 18_000)}{{}}]</script>" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}=1 ")) + ">" },
        { "marks", "<h1>" + new string('\u0301', 2_000_000) + "</h1>" },
        { "references", Repeat("&#x301;", 140_000) },
    };

    [Theory]
    [MemberData(nameof(Endless), DisableDiscoveryEnumeration = true)]
    public void A_page_without_end_is_read_or_refused(string name, string html)
    {
        Assert.NotEmpty(name);
        IsSound(Pages.TryHtml($"<title>Boats</title>{html}<article><p>They left.</p></article>"));
    }

    [Fact]
    public void Ten_megabytes_are_too_many()
    {
        var data = $"<script type=application/ld+json>{new string(' ', 10_000_000)}</script>";
        var bytes = Encoding.UTF8.GetBytes($"<title>Boats</title>{data}<p>They left.</p>");
        Assert.Equal("E_TOO_LARGE", HtmlPageReader.Read(bytes, Pages.Cairo).Refusal!.Code);
        Assert.Equal("E_TOO_LARGE", MarkdownPageReader.Read(bytes, Pages.Cairo).Refusal!.Code);
    }

    [Fact]
    public void A_body_beyond_its_limits_is_too_large()
    {
        Assert.Equal("E_TOO_LARGE", Pages.TryMarkdown($"# Boats\n\n{Repeat("x\n\n", 2_001)}").Refusal!.Code);
        Assert.Equal("E_TOO_LARGE", Pages.TryMarkdown($"# Boats\n{Repeat("x\n", 10_000)}").Refusal!.Code);
        Assert.Equal("E_TOO_LARGE", Pages.TryMarkdown($"# Boats\n\n{new string('x', 1_000_001)}").Refusal!.Code);
        Assert.Equal("E_TOO_LARGE", Pages.TryHtml($"<title>Boats</title><p>{new string('x', 1_000_001)}").Refusal!.Code);
        Assert.Equal("E_TOO_LARGE", Pages.TryHtml($"<title>{new string('x', 501)}</title><p>They left.").Refusal!.Code);
    }

    [Theory]
    [InlineData("<meta property=og:url content='javascript:x'><meta property=og:image content='data:image/png,x'>")]
    [InlineData("<link rel=canonical href='javascript:x'><meta property=og:image content='javascript:x'>")]
    [InlineData("<link rel=canonical href='https://a.b/'><meta property=og:image content='javascript:x'>")]
    public void No_address_of_another_scheme_gets_through(string markup)
    {
        var page = Pages.ReadHtml($"<title>Boats</title>{markup}<article><p>They <a href='javascript:x'>left</a>.</p></article>");
        Assert.Null(page.Image);
        Assert.NotEqual("javascript:x", page.CanonicalUrl);
        Assert.All(((ParagraphBlock)page.Body[0]).Content, run => Assert.Null(run.Href));
    }

    [Fact]
    public void Invisible_marks_are_gone_however_they_are_written()
    {
        var html = Pages.ReadHtml("<title>Bo\u202Eats&#x202E;</title><p>They&#x200B; le\uFEFFft\u0001.&#65533;</p><p>&#x200B;</p>");
        Assert.Equal(("Boats", "p: They left."), (html.Headline, string.Join('\n', html.Outline())));
        var markdown = Pages.ReadMarkdown("\uFEFF---\ntitle: \"Bo\\u202Eats\"\n---\nThey le\u200Bft\0.");
        Assert.Equal(("Boats", "p: They left."), (markdown.Headline, string.Join('\n', markdown.Outline())));
        Assert.Contains("W_CONTROL_CHARS", markdown.Codes());
    }

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 1 }, "E_BINARY")]
    [InlineData(new byte[] { (byte)'#', (byte)' ', 0xC3, 0x28, 0xE2, 0x82, 0xAC, 0xE2, 0x82, 0xAC }, "E_ENCODING")]
    public void Bytes_that_are_no_text_are_refused(byte[] bytes, string code)
    {
        Assert.Equal(code, MarkdownPageReader.Read(bytes, Pages.Cairo).Refusal!.Code);
        Assert.Equal(code, HtmlPageReader.Read(bytes, Pages.Cairo).Refusal!.Code);
    }

    private static void IsSame(Reading one, Reading other)
    {
        IsSound(one);
        Assert.Equal(one.Refusal, other.Refusal);
        Assert.Equal(one.Manuscript?.Proof(), other.Manuscript?.Proof());
        Assert.Equal(one.Manuscript?.ContentHash, other.Manuscript?.ContentHash);
    }

    private static void IsSound(Reading reading)
    {
        Assert.True(reading.Manuscript is null != (reading.Refusal is null));
        if (reading.Manuscript is not { } manuscript) return;
        Assert.InRange(manuscript.Headline.Length, 1, 500);
        Assert.NotEmpty(manuscript.Body);
        Assert.Empty(BodyRules.Check(manuscript.Body));
        Assert.All(manuscript.Tags, tag => Assert.InRange(tag.Length, 1, 200));
        Assert.All(manuscript.Authors, author => Assert.InRange(author.Name.Length, 1, 500));
        Assert.DoesNotContain(manuscript.Proof(), letter => letter is '\0' or '\u202E' or '\uFEFF');
        Assert.True(manuscript.Image is null || BodyRules.IsWebAddress(manuscript.Image.Url));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
