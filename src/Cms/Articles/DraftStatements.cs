using Npgsql;
using NpgsqlTypes;

namespace Cms.Articles;

/// <summary>
/// An editor's draft as the statements that save it, on a story that is held or new: they go with the commit. The first answers the time, and
/// fails when what the story is filed under has changed meanwhile. Sets of drafts are saved by <see cref="ArticleWriter"/>.
/// </summary>
internal static class DraftStatements
{
    private const string Create =
        """
        insert into articles (id, publication_id, slug, status, published_at, translation_group, edited_at)
        select $1, $2, $3, 'draft', $4, $5, now()
        where hold_filing($2, $6, $7, $8, $9)
        returning updated_at
        """;

    private const string Change =
        """
        update articles
        set version = $10,
            revision = $11,
            slug = $3,
            published_at = coalesce($4, first_published_at),
            translation_group = $5,
            updated_at = clock_timestamp(),
            edited_at = now()
        where id = $1
          and publication_id = $2
          and hold_filing($2, $6, $7, $8, $9)
        returning updated_at
        """;

    private const string Revise =
        $"""
        insert into revisions (article_id, number, {DraftRows.RevisionColumns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        """;

    public static IEnumerable<NpgsqlBatchCommand> Save(ArticleDraft draft, SavedArticle saved)
    {
        var article = new NpgsqlBatchCommand(saved.Version == 1 ? Create : Change)
        {
            Parameters =
            {
                Value(draft.Id), Value(draft.PublicationId), Text(draft.Slug), Time(draft.PublishedAt), Id(draft.TranslationGroup),
                Value(draft.PublicationVersion), Value(draft.SectionId is { } section ? [section] : Array.Empty<Guid>()),
                Value(draft.TagIds), Value(draft.AuthorIds),
            },
        };
        if (saved.Version > 1)
        {
            article.Parameters.Add(Value(saved.Version));
            article.Parameters.Add(Value(saved.Revision));
        }

        var revision = new NpgsqlBatchCommand(Revise)
        {
            Parameters =
            {
                Value(draft.Id), Value(saved.Revision),
                Text(draft.Language), Text(draft.Genre), Text(draft.Kicker), Text(draft.Headline), Text(draft.Deck), Text(draft.Dateline),
                Text(draft.Byline), Id(draft.SectionId), Time(draft.PublishedAt), Json(draft.LeadImage), Text(draft.CanonicalUrl), Json(draft.Seo),
                Json(draft.Body), Text(draft.BodyText), Text(draft.Excerpt), Value(draft.WordCount), Json(draft.Masthead), Json(draft.Source),
                Value(draft.AuthorIds), Value(draft.AuthorRoles), Value(draft.TagIds), Text(draft.CreatedBy),
            },
        };
        return [article, revision];
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<string?> Text(string? value) => Optional(value, NpgsqlDbType.Text);

    private static NpgsqlParameter<string?> Json(string? value) => Optional(value, NpgsqlDbType.Json);

    private static NpgsqlParameter<DateTime?> Time(DateTime? value) => Optional(value, NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter<Guid?> Id(Guid? value) => Optional(value, NpgsqlDbType.Uuid);

    private static NpgsqlParameter<T> Optional<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
