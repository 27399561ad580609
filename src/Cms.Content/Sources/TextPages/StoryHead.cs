namespace Cms.Content.Sources.TextPages;

/// <summary>The headline, the lines that belong to it, and the lines that are left for the body.</summary>
internal sealed record StoryHead
{
    public required PageLine Headline { get; init; }

    public string? Kicker { get; init; }

    public string? Deck { get; init; }

    public DateBlock? Date { get; init; }

    /// <summary>True when the only date stands above the headline.</summary>
    public bool HasPageDateOnly { get; init; }

    public required Margin Margin { get; init; }

    public required PageLine[] Body { get; init; }
}
