using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Reads runs and what became of their documents, for the newsroom.</summary>
internal sealed class IngestionStore(Database database)
{
    private const string RunColumns =
        """
        id, publication_id, kind, name, state, parser_version, started_at, finished_at, milliseconds,
        seen, created, updated, unchanged, duplicate, conflict, rejected, missing
        """;

    /// <summary>One run; null when there is none.</summary>
    public async Task<RunRow?> Find(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await Find(connection, id, cancellationToken);
    }

    /// <summary>One run as the connection's transaction sees it.</summary>
    public static Task<RunRow?> Find(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RunRow>(new CommandDefinition(
            $"""
            select {RunColumns}
            from ingestions
            where id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>One page of runs, newest first, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<RunRow>> List(DateTime? after, Guid afterId, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"""
            select {RunColumns}
            from ingestions
            where @after::timestamptz is null or (started_at, id) < (@after, @afterId)
            order by started_at desc, id desc
            limit @rows
            """,
            new { after, afterId, rows = limit + 1 },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One page of a run's documents in their order, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<DocumentRow>> Documents(Guid id, string? outcome, int after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await Documents(connection, id, outcome, after, limit, cancellationToken);
    }

    /// <summary>The same as the connection's transaction sees it.</summary>
    public static async Task<IReadOnlyList<DocumentRow>> Documents(
        NpgsqlConnection connection, Guid id, string? outcome, int after, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DocumentRow>(new CommandDefinition(
            """
            select number, file, source_key, outcome, line, code, detail, warnings, article_id
            from ingestion_documents
            where ingestion_id = @id
              and number > @after
              and (@outcome::text is null or outcome = @outcome)
            order by number
            limit @rows
            """,
            new { id, outcome, after, rows = limit + 1 },
            cancellationToken: cancellationToken))).AsList();
}
