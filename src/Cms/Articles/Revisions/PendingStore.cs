using Cms.Http.Problems;
using Dapper;
using Npgsql;

namespace Cms.Articles.Revisions;

/// <summary>Versions of source documents that wait beside stories which people have changed.</summary>
internal static class PendingStore
{
    /// <summary>Keeps what documents say beside their stories; an older version of the same document that still waits gives way.</summary>
    public static Task Keep(
        NpgsqlConnection connection,
        Guid ingestionId,
        IReadOnlyList<(Guid SourceId, ArticleDraft Draft)> conflicts,
        CancellationToken cancellationToken)
    {
        if (conflicts.Count == 0)
        {
            return Task.CompletedTask;
        }

        var parameters = new DynamicParameters(new DraftRows([.. conflicts.Select(conflict => conflict.Draft)]));
        parameters.Add("SourceIds", conflicts.Select(conflict => conflict.SourceId).ToArray());
        parameters.Add("PendingIds", conflicts.Select(_ => Guid.CreateVersion7()).ToArray());
        parameters.Add("IngestionId", ingestionId);
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            delete from pending_revisions
            where source_document_id = any(@SourceIds);

            insert into pending_revisions (id, source_document_id, ingestion_id, article_id, {DraftRows.RevisionColumns})
            select s.pending_id, s.source_document_id, @IngestionId, d.id, {DraftRows.RevisionValues}
            from {DraftRows.Table}
            join unnest(@PendingIds, @SourceIds, @Ids) as s (pending_id, source_document_id, article_id) on s.article_id = d.id
            """,
            parameters,
            cancellationToken: cancellationToken));
    }

    /// <summary>One page of what waits beside a story, newest first, and one row more when there is another page.</summary>
    public static async Task<IReadOnlyList<(PendingRow Pending, ArticleRow Article)>> List(
        NpgsqlConnection connection, Guid articleId, Guid before, int limit, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<PendingRow, ArticleRow, (PendingRow, ArticleRow)>(
            new CommandDefinition(
                $"""
                select
                    a.pending_id, a.ingestion_id, a.source_key, a.file, a.created_at, a.created_by,
                    {ArticleRow.SummaryColumns}, a.body, a.masthead, a.source
                from pending_articles a
                where a.id = @articleId
                  and a.pending_id < @before
                order by a.pending_id desc
                limit @rows
                """,
                new { articleId, before, rows = limit + 1 },
                cancellationToken: cancellationToken),
            (pending, article) => (pending, article),
            splitOn: "id");
        return rows.AsList();
    }

    /// <summary>What waits beside a story as the draft of its next revision; null when nothing of this id does.</summary>
    public static Task<ArticleDraft?> Draft(
        NpgsqlConnection connection, Guid articleId, Guid id, string caller, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ArticleDraft>(new CommandDefinition(
            """
            select
                a.id, a.publication_id, a.version as expected_version, a.slug, a.translation_group,
                p.language, p.genre, p.kicker, p.headline, p.deck, p.dateline, p.byline, p.section_id, p.published_at, p.lead_image, p.canonical_url,
                p.seo, p.body, p.body_text, p.excerpt, p.word_count, p.masthead, p.source, p.author_ids, p.author_roles, p.tag_ids,
                @caller as created_by
            from pending_revisions p
            join articles a on a.id = p.article_id
            where p.id = @id
              and p.article_id = @articleId
            """,
            new { articleId, id, caller },
            cancellationToken: cancellationToken));

    /// <summary>Lets a version wait no longer; false when nothing of this id does.</summary>
    public static async Task<bool> Remove(NpgsqlConnection connection, Guid articleId, Guid id, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from pending_revisions
            where id = @id
              and article_id = @articleId
            """,
            new { articleId, id },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>404: nobody can decide on what does not wait, or no longer.</summary>
    public static Missing NotWaiting() => new("No revision of this id waits beside the article.");

    /// <summary>Says that a story is as its document has it again, so that the document's next version goes straight in.</summary>
    public static Task HandBack(NpgsqlConnection connection, Guid articleId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update articles
            set edited_at = null
            where id = @articleId
            """,
            new { articleId },
            cancellationToken: cancellationToken));
}
