namespace Cms.Articles.Writing;

/// <summary>Makes of a draft the row that reading it back would give: a save is answered without asking for what it has just written.</summary>
internal static class SavedStory
{
    /// <param name="draft">What was saved.</param>
    /// <param name="saved">What the save made of it.</param>
    /// <param name="names">What is known of the story's references.</param>
    /// <returns>The row; null where the database must be asked, for a name, for translations or for how it writes a role.</returns>
    public static ArticleRow? Row(ArticleDraft draft, SavedArticle saved, IReadOnlyDictionary<Guid, string?> names) =>
        draft.TranslationGroup is null && References(draft).All(names.ContainsKey) && draft.AuthorRoles.All(IsPlain)
            ? ArticleNames.Put(names, Unnamed(draft, saved))
            : null;

    /// <summary>Whether a text is the same in all JSON.</summary>
    private static bool IsPlain(string text) => text.All(character => character == ' ' || char.IsLetterOrDigit(character));

    private static IEnumerable<Guid> References(ArticleDraft draft)
    {
        var filed = draft.AuthorIds.Concat(draft.TagIds).Append(draft.PublicationId);
        return draft.SectionId is { } section ? filed.Append(section) : filed;
    }

    private static ArticleRow Unnamed(ArticleDraft draft, SavedArticle saved) => new()
    {
        Id = draft.Id,
        PublicationId = draft.PublicationId,
        Publication = "",
        Slug = saved.Slug,
        Version = saved.Version,
        Revision = saved.Revision,
        Status = saved.Status,
        Language = draft.Language,
        Genre = draft.Genre,
        Kicker = draft.Kicker,
        Headline = draft.Headline ?? "",
        Deck = draft.Deck,
        Dateline = draft.Dateline,
        Byline = draft.Byline,
        SectionId = draft.SectionId,
        Credits = [.. draft.AuthorIds.Zip(draft.AuthorRoles, (id, role) => $"{id}\"{role}\"")],
        TagIds = draft.TagIds,
        PublishedAt = saved.PublishedAt,
        FirstPublishedAt = saved.FirstPublishedAt,
        // The answer tells it once the save has run.
        UpdatedAt = default,
        LeadImage = draft.LeadImage,
        CanonicalUrl = draft.CanonicalUrl,
        Seo = draft.Seo,
        Excerpt = draft.Excerpt,
        WordCount = draft.WordCount,
        Body = draft.Body,
        Masthead = draft.Masthead,
        Source = draft.Source,
    };
}
