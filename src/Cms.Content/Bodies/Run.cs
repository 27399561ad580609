namespace Cms.Content.Bodies;

/// <summary>A stretch of text with one set of marks.</summary>
public sealed record Run
{
    /// <summary>The text as is, never markup; a line feed is a hard break.</summary>
    public required string Text { get; init; }

    /// <summary>Of `strong`, `em`, `underline`, `strike`, `code`, `sub`, `sup`; in this order, each at most once.</summary>
    public IReadOnlyList<string> Marks { get; init => field = value ?? []; } = [];

    /// <summary>The address that the text links to; null when it is no link.</summary>
    public string? Href { get; init; }
}
