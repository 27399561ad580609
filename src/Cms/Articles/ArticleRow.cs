namespace Cms.Articles;

/// <summary>One row of an article view. The column list is the member list; JSON columns leave as they are.</summary>
internal sealed record ArticleRow
{
    /// <summary>The columns of a summary on the newsroom's side; the body and what belongs to it are read only when asked for.</summary>
    public const string SummaryColumns =
        """
        a.id, a.publication_id, a.publication, a.slug, a.version, a.revision, a.status, a.language, a.genre, a.kicker, a.headline, a.deck,
        a.dateline, a.byline, a.section, a.authors, a.tags, a.published_at, a.first_published_at, a.updated_at, a.deleted_at, a.lead_image,
        a.canonical_url, a.seo, a.excerpt, a.word_count, a.translations
        """;

    /// <summary>
    /// A summary on the reader's side with ids in the place of names. Names are most of what a page costs, and are the same on the next one.
    /// </summary>
    public const string UnnamedColumns =
        """
        a.id, a.publication_id, a.slug, a.version, a.revision, a.status, a.language, a.genre, a.kicker, a.headline, a.deck,
        a.dateline, a.byline, a.section_id, a.credits, a.tag_ids, a.published_at, a.first_published_at, a.updated_at, a.lead_image,
        a.canonical_url, a.seo, a.excerpt, a.word_count, a.translations
        """;

    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }
    public required string Publication { get; init; }
    public string? Slug { get; init; }
    public required int Version { get; init; }
    public required int Revision { get; init; }
    public required string Status { get; init; }
    public required string Language { get; init; }
    public string? Genre { get; init; }
    public string? Kicker { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public string? Dateline { get; init; }
    public string? Byline { get; init; }
    public string? Section { get; init; }
    public Guid? SectionId { get; init; }

    /// <summary>Each contributor's id and, as JSON, the role.</summary>
    public string[] Credits { get; init; } = [];

    public Guid[] TagIds { get; init; } = [];
    public string? Authors { get; init; }
    public string? Tags { get; init; }
    public DateTime? PublishedAt { get; init; }
    public DateTime? FirstPublishedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
    public DateTime? DeletedAt { get; init; }
    public string? LeadImage { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Seo { get; init; }
    public required string Excerpt { get; init; }
    public required int WordCount { get; init; }
    public string? Translations { get; init; }
    public string? Body { get; init; }
    public string? Masthead { get; init; }
    public string? Source { get; init; }

    /// <summary>Read for a single story only.</summary>
    public Guid? TranslationGroup { get; init; }
}
