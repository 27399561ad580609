using Cms.Articles;
using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Versions of documents that wait for a person.</summary>
internal static class PendingStore
{
    /// <summary>Keeps what the documents say beside their stories, which editors have changed; an older version that still waits gives way.</summary>
    public static Task Keep(NpgsqlConnection connection, IReadOnlyList<PlannedDocument> conflicts, CancellationToken cancellationToken)
    {
        if (conflicts.Count == 0)
        {
            return Task.CompletedTask;
        }

        var parameters = new DynamicParameters(new DraftRows([.. conflicts.Select(document => document.Draft!)]));
        parameters.Add("SourceIds", conflicts.Select(document => document.SourceId).ToArray());
        parameters.Add("PendingIds", conflicts.Select(_ => Guid.CreateVersion7()).ToArray());
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            delete from pending_revisions
            where source_document_id = any(@SourceIds);

            insert into pending_revisions (id, source_document_id, article_id, {DraftRows.RevisionColumns})
            select s.pending_id, s.source_document_id, d.id, {DraftRows.RevisionValues}
            from {DraftRows.Table}
            join unnest(@PendingIds, @SourceIds, @Ids) as s (pending_id, source_document_id, article_id) on s.article_id = d.id
            """,
            parameters,
            cancellationToken: cancellationToken));
    }
}
