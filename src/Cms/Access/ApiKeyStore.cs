using Cms.Data;
using Dapper;

namespace Cms.Access;

/// <summary>Reads keys as their owners manage them.</summary>
internal sealed class ApiKeyStore(Database database)
{
    internal const string Columns =
        "id, name, prefix, scopes, version, is_bootstrap, created_at, expires_at, previous_expires_at, revoked_at";

    /// <summary>One page of keys, the newest first, and one more when there is another page.</summary>
    public async Task<IReadOnlyList<KeyRow>> List(Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<KeyRow>(new CommandDefinition(
            $"""
            select {Columns}
            from api_keys
            where @after::uuid is null or id < @after
            order by id desc
            limit @limit + 1
            """,
            new { after, limit },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One key; null when there is none.</summary>
    public async Task<KeyRow?> Find(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(
            $"""
            select {Columns}
            from api_keys
            where id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));
    }
}
