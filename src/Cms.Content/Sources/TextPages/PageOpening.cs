namespace Cms.Content.Sources.TextPages;

/// <summary>What a page prints above its story: name, page date, ticker, masthead.</summary>
internal sealed record PageOpening
{
    public string? PublicationName { get; init; }

    public IReadOnlyList<MastheadLine> Masthead { get; init; } = [];

    /// <summary>The date lines above the masthead, which are the page's and not surely the story's.</summary>
    public PageLine[] PageDates { get; init; } = [];

    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];

    /// <summary>The lines of the story.</summary>
    public required PageLine[] Story { get; init; }
}
