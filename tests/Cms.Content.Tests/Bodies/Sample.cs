using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies;

/// <summary>Short ways to say a body, and any body at random.</summary>
internal static class Sample
{
    private static readonly string[] Names = ["strong", "em", "underline", "strike", "code", "sub", "sup"];

    private static readonly Gen<string> Words = Gen.OneOf(
        "word", "مرحبا", "السيد «منى»", "—", "1.", "12) x", "#", "##", "# a", "-", "- a", "+", "* b", "*", "**", "***", "_", "__", "snake_case",
        "~~", "~", "`", "``",
        "```", "~~~", "[a](b)", "[", "]", "![", "!", "(x)", "<b>", "</p>", "<!--", "<script>alert(1)</script>", "<http://a.b>", "http://a.b/c_d",
        "www.a.b",
        "mona@a.org", "&", "&amp;", "&#35;", "&copy;", "AT&T", "\\", "\\*", "a|b", "|", "---", "===", "|-|", ":-:", ">", "> q", "\"", "'", "😀",
        "€5", "\n", "\n\n",
        "  ", "    ", "\t", " ", "\u00A0", "a", "b.", "c,", "؟", "\u0001", "\u0000", "\uD800", "\r\n", "\r", "javascript:alert(1)", "{x}", "$y$",
        "^z^", ":", "=", "%");

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Words.Array[0, 5].Select(string.Concat)), (1, Gen.String[0, 8]));

    private static readonly Gen<string?> Href = Gen.OneOf<string?>(
        null, null, null, "https://a.example/x?a=1&copy;=2", "/local", "#b1", "mailto:a@b.c",
        "tel:+201", "javascript:alert(1)", "data:text/html,x", "//evil.example",
        "https://a.b/(c)|`d", "https://a.b/ c\"onclick=x", "http://a.b/\\<e>", "java\nscript:x");

    public static readonly Gen<IReadOnlyList<Run>> Content = Gen.Select(Text, Gen.Int[0, 127], Gen.Bool, Href)
        .Select((text, set, plain, href) =>
            new Run { Text = text, Marks = plain ? [] : [.. Names.Where((_, i) => (set >> i & 1) == 1)], Href = href })
        .List[0, 5].Select(runs => (IReadOnlyList<Run>)runs);

    private static readonly Gen<string> Id = Gen.OneOf("b1", "b2", "\"><x y=\"");

    private static readonly Gen<string?> Direction = Gen.OneOf<string?>(null, "ltr", "rtl", "\"up");

    private static readonly Gen<string?> Line = Gen.Frequency((1, Gen.Const((string?)null)), (3, Text.Select(text => (string?)text)));

    private static readonly Gen<ListItem> Item = Gen.Select(Gen.Int[0, 5], Content, (level, content) =>
        new ListItem { Level = level, Content = content });

    /// <summary>Paragraphs, headings, lists and quotes.</summary>
    public static readonly Gen<Block> Prose = Gen.OneOf(
        Gen.Select(Id, Direction, Gen.OneOf<string?>(null, "caption", "signature"), Content).Select((id, direction, role, content) =>
            (Block)new ParagraphBlock { Id = id, Direction = direction, Role = role, Content = content }),
        Gen.Select(Id, Gen.Int[1, 6], Content, (id, level, content) =>
            (Block)new HeadingBlock { Id = id, Level = level, Content = content }),
        Gen.Select(Id, Gen.Bool, Gen.OneOf<int?>(null, 1, 7, 0), Item.List[0, 6]).Select((id, ordered, start, items) =>
            (Block)new ListBlock { Id = id, Ordered = ordered, Start = start, Items = items }),
        Gen.Select(Id, Content, Line, (id, content, by) => (Block)new QuoteBlock { Id = id, Content = content, Attribution = by }));

    private static readonly Gen<Block> Other = Gen.OneOf(
        Gen.Select(Id, Text, Line, (id, text, language) => (Block)new CodeBlock { Id = id, Text = text, Language = language }),
        Gen.Select(Id, Gen.Bool, Content.List[0, 3].List[0, 3]).Select((id, header, rows) =>
            (Block)new TableBlock { Id = id, Header = header, Rows = [.. rows] }),
        Gen.Select(Href, Line, Line, Gen.OneOf<int?>(null, 640)).Select((url, alt, caption, width) =>
            (Block)new ImageBlock { Id = "b5", Url = url ?? "x", Alt = alt, Caption = caption, Credit = alt, Width = width }),
        Gen.Select(Id, Href, Line, (id, url, provider) => (Block)new EmbedBlock { Id = id, Url = url ?? "x", Provider = provider }),
        Gen.Const((Block)new DividerBlock { Id = "b9" }));

    public static readonly Gen<List<Block>> Body = Gen.Frequency((3, Prose), (2, Other)).List[0, 6];

    public static IReadOnlyList<Run> Runs(string text, string? href = null) => [new Run { Text = text, Href = href }];

    public static ParagraphBlock Paragraph(string text, string? role = null) => new() { Id = "b1", Role = role, Content = Runs(text) };

    public static ParagraphBlock Paragraph(params Run[] runs) => new() { Id = "b1", Content = runs };

    public static Run Run(string text, params string[] marks) => new() { Text = text, Marks = marks };

    public static ListBlock List(bool ordered, int? start, params (int Level, string Text)[] items) => new()
    {
        Id = "b1",
        Ordered = ordered,
        Start = start,
        Items = [.. items.Select(item => new ListItem { Level = item.Level, Content = Runs(item.Text) })],
    };

    public static TableBlock Table(bool header, params string[][] rows) => new()
    {
        Id = "b1",
        Header = header,
        Rows = [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(cell => Runs(cell))])],
    };
}
