using System.Text;
using Cms.Content.Bodies;
using CsCheck;
using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;

namespace Cms.Content.Tests.Bodies;

public sealed class MarkdownRenditionTests
{
    [Fact]
    public void A_parser_reads_the_words_that_were_written() => Sample.Prose.List[0, 5].Sample(
        body => MarkdownOracle.Words(MarkdownRendition.Write(body)).SequenceEqual(MarkdownOracle.Split(TextRendition.Write(body))),
        iter: 20_000,
        print: Explain);

    [Fact]
    public void Text_without_marks_gets_none_and_no_link() => Sample.Content.Select(Unmarked).Sample(
        body => !MarkdownOracle.Nodes(MarkdownRendition.Write(body))
            .Any(node => node is EmphasisInline or LinkInline or AutolinkInline or CodeInline or HtmlInline or HtmlEntityInline),
        iter: 10_000,
        print: Explain);

    [Fact]
    public void Marks_and_links_hold_what_they_held() => Sample.Content
        .Select(content => new List<Block> { new ParagraphBlock { Id = "b1", Content = content } })
        .Sample(
            body => HtmlSketch.OfMarkdown(MarkdownRendition.Write(body)) == HtmlSketch.Of(HtmlRendition.Write(body, "en")),
            iter: 20_000,
            print: Explain);

    [Theory]
    [InlineData("plain, dull text.", "plain, dull text.")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("2026) x", "2026\\) x")]
    [InlineData("3.5 million", "3.5 million")]
    [InlineData("- x", "\\- x")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("+ x", "\\+ x")]
    [InlineData("# x", "\\# x")]
    [InlineData("#tag", "#tag")]
    [InlineData("> x", "\\> x")]
    [InlineData("a > b - c + d # e 1. f", "a > b - c + d # e 1. f")]
    [InlineData("*a* _b_ snake_case", "\\*a\\* \\_b\\_ snake_case")]
    [InlineData("[a](b) <i> `c` \\", "\\[a\\](b) \\<i> \\`c\\` \\\\")]
    [InlineData("AT&T &amp; R&D", "AT&T \\&amp; R&D")]
    [InlineData("see https://a.b or www.a.b or x@a.b", "see https\\://a.b or www\\.a.b or x\\@a.b")]
    [InlineData("a | b", "a | b")]
    [InlineData("one\ntwo\n- three", "one\\\ntwo\\\n\\- three")]
    [InlineData("  edges \n", "edges")]
    [InlineData("قال «نعم» ثم مضى", "قال «نعم» ثم مضى")]
    public void Only_what_would_mean_something_is_escaped(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownRendition.Write([Sample.Paragraph(text)]));

    [Theory]
    [InlineData("strong", "a **x** b")]
    [InlineData("em", "a *x* b")]
    [InlineData("strike", "a ~~x~~ b")]
    [InlineData("code", "a `x` b")]
    [InlineData("underline", "a <u>x</u> b")]
    [InlineData("sub", "a <sub>x</sub> b")]
    [InlineData("sup", "a <sup>x</sup> b")]
    [InlineData("strong em", "a ***x*** b")]
    [InlineData("strong code sub", "a **<sub>`x`</sub>** b")]
    public void A_mark_has_its_markup_and_white_space_stands_outside(string marks, string markdown) => Assert.Equal(
        markdown,
        MarkdownRendition.Write([Sample.Paragraph(Sample.Run("a"), Sample.Run(" x ", marks.Split(' ')), Sample.Run("b"))]));

    [Fact]
    public void Where_delimiters_would_not_hold_tags_do()
    {
        var body = Sample.Paragraph(Sample.Run("a"), Sample.Run("«x»", "strong"), Sample.Run("b"), Sample.Run("c", "em"), Sample.Run("d", "strong"));

        Assert.Equal("a<strong>«x»</strong>b*c*<strong>d</strong>", MarkdownRendition.Write([body]));
    }

    [Theory]
    [InlineData(":|")]
    [InlineData(":")]
    [InlineData(": |-")]
    public void An_item_of_a_list_is_no_rule_of_a_table(string text)
    {
        var list = new ListBlock
        {
            Id = "b1",
            Ordered = false,
            Items = [new ListItem { Level = 0, Content = [Sample.Run("boats | crews")] }, new ListItem { Level = 1, Content = [Sample.Run(text)] }],
        };

        Assert.Equal(MarkdownOracle.Split(TextRendition.Write([list])), MarkdownOracle.Words(MarkdownRendition.Write([list])));
    }

    [Fact]
    public void Linked_code_defines_no_reference() => Assert.Equal(
        "[<code>a\\]: b</code>](/x)",
        MarkdownRendition.Write([Sample.Paragraph(new Run { Text = "a]: b", Marks = ["code"], Href = "/x" })]));

    [Fact]
    public void An_empty_nested_item_makes_no_heading_of_the_text_above_it() =>
        Assert.Equal("- a\n  - &nbsp;\n  -", MarkdownRendition.Write([Sample.List(false, null, (0, "a"), (1, ""), (1, ""))]));

    [Theory]
    [InlineData("https://a.b/c", "[x](https://a.b/c)")]
    [InlineData("https://a.b/(c) d", "[x](https://a.b/\\(c\\)%20d)")]
    [InlineData("/local", "[x](/local)")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("data:text/html,x", "x")]
    [InlineData("//host", "x")]
    public void A_link_is_written_where_its_address_is_safe(string href, string markdown) =>
        Assert.Equal(markdown, MarkdownRendition.Write([new ParagraphBlock { Id = "b1", Content = Sample.Runs("x", href) }]));

    [Fact]
    public void Blocks_have_their_forms()
    {
        Block[] body =
        [
            new HeadingBlock { Id = "b1", Level = 2, Content = Sample.Runs("C #") },
            Sample.List(false, null, (0, "a"), (1, "b\nc"), (0, "d")),
            Sample.List(false, null, (0, "e")),
            Sample.List(true, 9, (0, "a"), (0, "b"), (1, "c")),
            new QuoteBlock { Id = "b1", Content = Sample.Runs("q\nr"), Attribution = "Mona" },
            new CodeBlock { Id = "b1", Text = "a\n```\nb", Language = "csharp" },
            Sample.Table(true, ["h|1", "h2"], ["x\ny"]),
            new ImageBlock { Id = "b1", Url = "https://a.b/i.png", Alt = "al[t", Caption = "Cap", Credit = "Me" },
            new EmbedBlock { Id = "b1", Url = "https://a.b/v?x=1" },
            new DividerBlock { Id = "b1" },
        ];

        Assert.Equal(
            """
            ## C \#

            - a
              - b\
                c
            - d

            * e

            9. a
            10. b
                1. c

            > q\
            > r
            >
            > — Mona

            ````csharp
            a
            ```
            b
            ````

            | h\|1 | h2 |
            | --- | --- |
            | x<br>y |  |

            ![al\[t](https://a.b/i.png)

            Cap (Me)

            <https://a.b/v?x=1>

            ***
            """,
            MarkdownRendition.Write(body));
    }

    [Fact]
    public void A_table_is_a_table_whatever_its_cells_say() => Sample.Content.List[1, 3].List[1, 3].Sample(
        rows =>
        {
            var table = new TableBlock { Id = "b1", Header = true, Rows = [.. rows] };
            var parsed = MarkdownOracle.Parse(MarkdownRendition.Write([table])).OfType<Table>().Single();
            return parsed.Count == rows.Count && parsed.Cast<TableRow>().All(row => row.Count == rows.Max(cells => cells.Count));
        },
        iter: 5_000);

    private static List<Block> Unmarked(IReadOnlyList<Run> content) =>
        [new ParagraphBlock { Id = "b1", Content = [.. content.Select(run => run with { Marks = [], Href = null })] }];

    private static string Explain(List<Block> body) =>
        string.Join(
            '\n',
            Encoding.UTF8.GetString(BodyJson.Write(body)),
            MarkdownRendition.Write(body),
            MarkdownOracle.Html(MarkdownRendition.Write(body)));
}
