namespace Cms.Articles;

/// <summary>Everything that one save writes: what the next revision of a story holds, and which version of the story it follows.</summary>
internal sealed record ArticleDraft
{
    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }

    /// <summary>The publication as it was when an editor's draft took its language from it; 0 for a document's.</summary>
    public int PublicationVersion { get; init; }

    /// <summary>The version that a document's save expects to find; null for a new story, and where the story is held.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>The wish for an address; the first publication claims it, or one near it.</summary>
    public required string Slug { get; init; }

    public Guid? TranslationGroup { get; init; }
    public required string Language { get; init; }
    public string? Genre { get; init; }
    public string? Kicker { get; init; }
    public string? Headline { get; init; }
    public string? Deck { get; init; }
    public string? Dateline { get; init; }
    public string? Byline { get; init; }
    public Guid? SectionId { get; init; }

    /// <summary>The story's own date; null means: when it is first published here.</summary>
    public DateTime? PublishedAt { get; init; }

    public string? LeadImage { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Seo { get; init; }

    /// <summary>The blocks as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>All text of the body, for search.</summary>
    public required string BodyText { get; init; }

    public required string Excerpt { get; init; }
    public required int WordCount { get; init; }

    /// <summary>The offices that the story's page prints, as JSON; `[]` when it prints none.</summary>
    public string Masthead { get; init; } = "[]";

    /// <summary>The source document as JSON; null when the story was written here.</summary>
    public string? Source { get; init; }

    /// <summary>Contributors in byline order, each once.</summary>
    public Guid[] AuthorIds { get; init; } = [];

    /// <summary>What each contributor did.</summary>
    public string[] AuthorRoles { get; init; } = [];

    public Guid[] TagIds { get; init; } = [];

    /// <summary>Who saves: a key's id, or the machine's part that does.</summary>
    public required string CreatedBy { get; init; }
}
