using Dapper;
using Npgsql;

namespace Cms.Articles.Revisions;

/// <summary>Versions of source documents that wait beside stories which people have changed.</summary>
internal static class PendingStore
{
    /// <summary>Keeps what documents say beside their stories; an older version of the same document that still waits gives way.</summary>
    public static Task Keep(
        NpgsqlConnection connection, Guid ingestionId, IReadOnlyList<(Guid SourceId, ArticleDraft Draft)> conflicts, CancellationToken cancellationToken)
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
}
