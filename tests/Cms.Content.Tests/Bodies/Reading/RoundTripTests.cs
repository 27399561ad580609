using System.Text;
using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Word = Gen.OneOf(
        "word", "مرحبا", "«منى»", "—", "1.", "#", "-", "*", "_a_", "**b**", "~~", "`", "[a](b)", "]", "<b>", "&amp;", "AT&T", "\\", "a|b",
        "---", ">", "\"", "'",
        "😀", "www.a.b", "https://youtu.be/x", "x@a.b", "a\u00A0b", "</script>", "<!--", "$", "=", "+", "12)");

    private static readonly Gen<string> Text = Word.Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Lines = Gen.Frequency((5, Text), (1, Text.Array[2, 2].Select(lines => string.Join('\n', lines))));

    private static readonly Gen<string?> Line = Gen.Frequency((1, Gen.OneOf<string?>("Mona", null)), (2, Gen.OneOf<string?>("Mona",
        "a & b", "منى", "<i>")));

    private static readonly Gen<string?> Href = Gen.OneOf<string?>(null, null, null, "https://a.example/x?a=1&copy=2", "/local", "#b1",
        "mailto:a@b.c", "tel:+20");

    private static readonly Gen<string?> Direction = Gen.OneOf<string?>(null, null, "ltr", "rtl");

    private static readonly Gen<Run> Run = Gen.Select(Lines, Gen.Int[0, 127], Gen.Bool, Href).Select((text, set, plain, href) =>
        new Run { Text = text, Marks = plain ? [] : [.. BodyRules.MarkNames.Where((_, i) => (set >> i & 1) == 1)], Href = href });

    private static readonly Gen<IReadOnlyList<Run>> Content = Run.List[1, 4].Select(runs => (IReadOnlyList<Run>)runs);

    private static readonly Gen<IReadOnlyList<Run>> Cell = Run.List[0, 2].Select(runs => (IReadOnlyList<Run>)runs);

    private static readonly Gen<ListItem> Item = Gen.Select(Gen.Int[0, 5], Content, (level, content) => new ListItem { Level = level,
        Content = content });

    private static readonly Gen<Block> Any = Gen.OneOf(
        Gen.Select(Direction, Gen.OneOf<string?>(null, "caption", "signature", "summary"), Content, (direction, role, content) =>
            (Block)new ParagraphBlock { Id = "", Direction = direction, Role = role, Content = content }),
        Gen.Select(Direction, Gen.Int[1, 6], Content, (direction, level, content) =>
            (Block)new HeadingBlock { Id = "", Direction = direction, Level = level, Content = content }),
        Gen.Select(Direction, Gen.Bool, Gen.OneOf<int?>(null, 1, 7, 0), Item.List[1, 6], (direction, ordered, start, items) =>
            (Block)new ListBlock { Id = "", Direction = direction, Ordered = ordered, Start = start, Items = items }),
        Gen.Select(Direction, Content, Line, (direction, content, by) =>
            (Block)new QuoteBlock { Id = "", Direction = direction, Content = content, Attribution = by }),
        Gen.Select(Lines, Gen.OneOf<string?>(null, "csharp", "c++"), (text, language) =>
            (Block)new CodeBlock { Id = "", Text = "  " + text + "\n\tx ", Language = language }),
        Gen.Select(Gen.Bool, Cell.List[1, 3].List[1, 3], (header, rows) => (Block)new TableBlock { Id = "", Header = header, Rows = [.. rows] }),
        Gen.Select(Direction, Line, Line, Gen.OneOf<int?>(null, 640), (direction, alt, caption, width) =>
            (Block)new ImageBlock { Id = "", Direction = direction, Url = "https://a.b/i?x=1&y", Alt = alt, Caption = caption,
                Credit = alt, Width = width }),
        Gen.OneOf(("https://youtu.be/x?a&b", "youtube"), ("https://a.b/c", null)).Select(embed =>
            (Block)new EmbedBlock { Id = "", Url = embed.Item1, Provider = embed.Item2 }),
        Gen.Const((Block)new DividerBlock { Id = "" }));

    private static readonly Gen<List<Block>> Body = Any.List[0, 5]
        .Select(blocks => blocks.Select((block, i) => block with { Id = $"k{i}" }).ToList());

    [Fact]
    public void A_body_comes_back_from_its_html() => Body.Sample(
        body =>
        {
            var parsed = HtmlBody.Read(HtmlRendition.Write(body, "en"));
            Assert.Equal(Json(BodyRules.Normalise(body)), Json(parsed.Blocks));
            Assert.Empty(parsed.Dropped);
        },
        iter: 20_000);

    [Fact]
    public void A_body_comes_back_from_its_markdown_but_for_what_markdown_cannot_say() => Body.Sample(
        body =>
        {
            var sayable = body.Select(Sayable).Where((block, i) => i == 0 || !(block is ListBlock && body[i - 1] is ListBlock)).ToList();
            var parsed = MarkdownBody.Read(MarkdownRendition.Write(sayable)).Blocks;
            Assert.Equal(Outline.Of(BodyRules.Normalise(sayable)), Outline.Of(parsed));
        },
        iter: 10_000);

    [Fact]
    public void Any_html_that_we_write_is_read_to_the_same_html() => Sample.Body.Sample(
        body =>
        {
            var first = HtmlRendition.Write(HtmlBody.Read(HtmlRendition.Write(body, "ar")).Blocks, "ar");
            Assert.Equal(first, HtmlRendition.Write(HtmlBody.Read(first).Blocks, "ar"));
        },
        iter: 20_000);

    [Fact]
    public void The_normal_form_is_its_own() => Sample.Body.Sample(body =>
        Assert.Equal(Json(BodyRules.Normalise(body)), Json(BodyRules.Normalise(BodyRules.Normalise(body)))));

    // Markdown has no roles, directions, sizes and captions, and no rows of unequal length.
    private static Block Sayable(Block block) => block switch
    {
        ParagraphBlock paragraph => paragraph with { Direction = null, Role = null },
        HeadingBlock heading => heading with { Direction = null },
        ListBlock list => list with { Direction = null },
        QuoteBlock quote => quote with { Direction = null },
        TableBlock table => table with
        {
            Header = table.Header && table.Rows[0].Any(cell => cell.Count > 0),
            Rows = [.. table.Rows.Select(_ => table.Rows[0])],
        },
        ImageBlock image => image with { Direction = null, Caption = null, Credit = null, Width = null },
        EmbedBlock embed => embed with { Url = "https://youtu.be/x?a", Provider = "youtube" },
        _ => block,
    };

    private static string Json(IReadOnlyList<Block> blocks) => Encoding.UTF8.GetString(BodyJson.Write(blocks));
}
