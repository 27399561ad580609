using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Access;

/// <summary>Writes keys, inside the caller's transaction.</summary>
internal static class ApiKeyWriter
{
    /// <summary>The keys whose id or prefix this is.</summary>
    public static async Task<IReadOnlyList<KeyRow>> Search(NpgsqlConnection connection, string idOrPrefix, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<KeyRow>(new CommandDefinition(
            $"""
            select {ApiKeyStore.Columns}
            from api_keys
            where id::text = @idOrPrefix
               or prefix = @idOrPrefix
            for update
            """,
            new { idOrPrefix },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>One key, held until the transaction ends; null when there is none.</summary>
    public static async Task<KeyRow?> Hold(WriteTransaction write, Guid id, CancellationToken cancellationToken) =>
        await write.Connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(
            $"""
            select {ApiKeyStore.Columns}
            from api_keys
            where id = @id
            for update
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Makes a key.</summary>
    public static async Task<KeyRow> Create(WriteTransaction write, KeySecret secret, ApiKeyInput input, CancellationToken cancellationToken)
    {
        var row = await write.Connection.QuerySingleAsync<KeyRow>(new CommandDefinition(
            $"""
            insert into api_keys (id, name, prefix, hash, scopes, expires_at)
            values (@Id, @Name, @Prefix, @Hash, @Scopes, @ExpiresAt)
            returning {ApiKeyStore.Columns}
            """,
            new
            {
                Id = Guid.CreateVersion7(),
                input.Name,
                secret.Prefix,
                secret.Hash,
                Scopes = input.Scopes.ToArray(),
                ExpiresAt = input.ExpiresAt?.UtcDateTime,
            },
            cancellationToken: cancellationToken));
        write.Audit("apiKey.create", "apiKey", row.Id);
        return row;
    }

    /// <summary>Gives a key another secret; the present one opens for some hours more, the one before it no longer.</summary>
    public static async Task<KeyRow> Rotate(WriteTransaction write, Guid id, KeySecret secret, int overlapHours, CancellationToken cancellationToken)
    {
        var row = await write.Connection.QuerySingleAsync<KeyRow>(new CommandDefinition(
            $"""
            update api_keys
            set previous_hash = hash,
                previous_expires_at = now() + make_interval(hours => @overlapHours),
                hash = @Hash,
                prefix = @Prefix,
                version = version + 1
            where id = @id
            returning {ApiKeyStore.Columns}
            """,
            new { id, secret.Hash, secret.Prefix, overlapHours },
            cancellationToken: cancellationToken));
        write.Audit("apiKey.rotate", "apiKey", row.Id);
        return row;
    }

    /// <summary>Revokes a key: no process lets it in from now on.</summary>
    public static async Task<KeyRow> Revoke(WriteTransaction write, Guid id, CancellationToken cancellationToken)
    {
        var row = await write.Connection.QuerySingleAsync<KeyRow>(new CommandDefinition(
            $"""
            update api_keys
            set revoked_at = now(),
                version = version + 1
            where id = @id
            returning {ApiKeyStore.Columns}
            """,
            new { id },
            cancellationToken: cancellationToken));
        write.Audit("apiKey.revoke", "apiKey", row.Id);
        return row;
    }
}
