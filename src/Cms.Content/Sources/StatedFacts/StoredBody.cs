using Cms.Content.Bodies;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Blocks in the form in which sources are stored: references such as `&amp;#x202E;` bring back marks that the text had lost.</summary>
internal static class StoredBody
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks) => [.. BodyRules.Normalise([.. blocks.Select(Stored)]).Where(SaysSomething)];

    /// <summary>The blocks without directions that are the story's own.</summary>
    public static IReadOnlyList<Block> In(IReadOnlyList<Block> blocks, string direction) =>
        [.. blocks.Select(block => block.Direction == direction ? block with { Direction = null } : block)];

    private static Block Stored(Block block) => block switch
    {
        ParagraphBlock paragraph => paragraph with { Content = Stored(paragraph.Content) },
        HeadingBlock heading => heading with { Content = Stored(heading.Content) },
        ListBlock list => list with { Items = [.. list.Items.Select(item => item with { Content = Stored(item.Content) })] },
        QuoteBlock quote => quote with { Content = Stored(quote.Content), Attribution = Stored(quote.Attribution) },
        CodeBlock code => code with { Text = Stored(code.Text)! },
        TableBlock table => table with { Rows = [.. table.Rows.Select(row => row.Select(Stored).ToArray())] },
        ImageBlock image => image with { Alt = Stored(image.Alt), Caption = Stored(image.Caption), Credit = Stored(image.Credit) },
        _ => block,
    };

    private static bool SaysSomething(Block block) => block switch
    {
        ParagraphBlock paragraph => HasText(paragraph.Content),
        HeadingBlock heading => HasText(heading.Content),
        ListBlock list => list.Items.Any(item => HasText(item.Content)),
        QuoteBlock quote => HasText(quote.Content),
        CodeBlock code => !string.IsNullOrWhiteSpace(code.Text),
        TableBlock table => table.Rows.Any(row => row.Any(HasText)),
        _ => true,
    };

    private static bool HasText(IReadOnlyList<Run> content) => content.Any(run => !string.IsNullOrWhiteSpace(run.Text));

    private static IReadOnlyList<Run> Stored(IReadOnlyList<Run> content) =>
        [.. content.Select(run => run with { Text = Stored(run.Text)! })];

    private static string? Stored(string? text) => text is null ? null : Normalization.Composed(SourceText.WithoutControls(text));
}
