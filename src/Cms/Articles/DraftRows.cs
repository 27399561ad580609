namespace Cms.Articles;

/// <summary>Drafts as rows of a statement: one array per column, so that a statement is the same for one draft and for hundreds.</summary>
internal sealed class DraftRows(IReadOnlyList<ArticleDraft> drafts)
{
    /// <summary>The columns of a revision that a draft gives; `revisions` has besides them the article, the number and the time.</summary>
    public const string RevisionColumns =
        """
        language, genre, kicker, headline, deck, dateline, byline, section_id, published_at, lead_image, canonical_url, seo,
        body, body_text, excerpt, word_count, masthead, source, author_ids, author_roles, tag_ids, created_by
        """;

    /// <summary>Their values, read from <see cref="Table"/>.</summary>
    public const string RevisionValues =
        """
        d.language, d.genre, d.kicker, d.headline, d.deck, d.dateline, d.byline, d.section_id, d.published_at,
        d.lead_image::json, d.canonical_url, d.seo::json,
        d.body::json, d.body_text, d.excerpt, d.word_count, d.masthead::json, d.source::json,
        d.author_ids::uuid[], d.author_roles::text[], d.tag_ids::uuid[], d.created_by
        """;

    /// <summary>The drafts as a table.</summary>
    public const string Table =
        """
        unnest(
            @Ids, @PublicationIds, @ExpectedVersions, @Slugs, @TranslationGroups,
            @Languages, @Genres, @Kickers, @Headlines, @Decks, @Datelines, @Bylines, @SectionIds, @PublishedAts, @LeadImages, @CanonicalUrls, @Seos,
            @Bodies, @BodyTexts, @Excerpts, @WordCounts, @Mastheads, @Sources, @AuthorIds, @AuthorRoles, @TagIds, @CreatedBys)
        as d (
            id, publication_id, expected_version, slug, translation_group,
            language, genre, kicker, headline, deck, dateline, byline, section_id, published_at, lead_image, canonical_url, seo,
            body, body_text, excerpt, word_count, masthead, source, author_ids, author_roles, tag_ids, created_by)
        """;

    public Guid[] Ids => Column(draft => draft.Id);
    public Guid[] PublicationIds => Column(draft => draft.PublicationId);
    public int?[] ExpectedVersions => Column(draft => draft.ExpectedVersion);
    public string[] Slugs => Column(draft => draft.Slug);
    public Guid?[] TranslationGroups => Column(draft => draft.TranslationGroup);
    public string[] Languages => Column(draft => draft.Language);
    public string?[] Genres => Column(draft => draft.Genre);
    public string?[] Kickers => Column(draft => draft.Kicker);
    public string?[] Headlines => Column(draft => draft.Headline);
    public string?[] Decks => Column(draft => draft.Deck);
    public string?[] Datelines => Column(draft => draft.Dateline);
    public string?[] Bylines => Column(draft => draft.Byline);
    public Guid?[] SectionIds => Column(draft => draft.SectionId);
    public DateTime?[] PublishedAts => Column(draft => draft.PublishedAt);
    public string?[] LeadImages => Column(draft => draft.LeadImage);
    public string?[] CanonicalUrls => Column(draft => draft.CanonicalUrl);
    public string?[] Seos => Column(draft => draft.Seo);
    public string[] Bodies => Column(draft => draft.Body);
    public string[] BodyTexts => Column(draft => draft.BodyText);
    public string[] Excerpts => Column(draft => draft.Excerpt);
    public int[] WordCounts => Column(draft => draft.WordCount);
    public string[] Mastheads => Column(draft => draft.Masthead);
    public string?[] Sources => Column(draft => draft.Source);

    // An array of arrays cannot be ragged, so these travel as PostgreSQL's text form of an array.
    public string[] AuthorIds => Column(draft => Literal(draft.AuthorIds));
    public string[] AuthorRoles => Column(draft => Literal(draft.AuthorRoles));
    public string[] TagIds => Column(draft => Literal(draft.TagIds));
    public string[] CreatedBys => Column(draft => draft.CreatedBy);

    private T[] Column<T>(Func<ArticleDraft, T> value) => [.. drafts.Select(value)];

    private static string Literal<T>(IEnumerable<T> items)
    {
        var quoted = items.Select(item =>
            $"\"{item!.ToString()!.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return "{" + string.Join(',', quoted) + "}";
    }
}
