namespace Cms.Content.Sources.StatedFacts;

/// <summary>What a document states about its story, outside the body.</summary>
internal sealed record StoryFacts
{
    public StatedValue? Headline { get; init; }

    public string? Kicker { get; init; }

    public string? Deck { get; init; }

    public string? Section { get; init; }

    public string? Slug { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? PublicationName { get; init; }

    public StatedValue? Language { get; init; }

    public StatedValue? Published { get; init; }

    public StatedValue? Updated { get; init; }

    public IReadOnlyList<StatedValue> Credits { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public ManuscriptImage? Image { get; init; }

    /// <summary>The line that says that the story is not for readers yet; null where none does.</summary>
    public int? DraftLine { get; init; }
}
