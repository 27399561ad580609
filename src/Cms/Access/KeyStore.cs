using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Access;

/// <summary>Finds the key of a request, and makes the first one.</summary>
internal sealed class KeyStore(Database database)
{
    /// <summary>The living key with this hash.</summary>
    public async Task<LivingKey?> Find(byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<LivingKey>(new CommandDefinition(
            """
            select
                id,
                scopes,
                expires_at,
                extract(epoch from least(expires_at, case when hash <> @hash then previous_expires_at end) - now())::float8 as seconds_left
            from api_keys
            where (hash = @hash or previous_hash = @hash and previous_expires_at > now())
              and revoked_at is null
              and (expires_at is null or expires_at > now())
            """,
            new { hash },
            cancellationToken: cancellationToken));
    }

    /// <summary>
    /// Makes the first admin key: the given one, or a new one on an installation that has none. Answers the new one, which is shown once.
    /// </summary>
    public async Task<KeySecret?> Bootstrap(string? given, CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two nodes that start at once must not make two keys.
        await connection.ExecuteAsync("lock table api_keys in share row exclusive mode");
        if (given is not null)
        {
            await UseGiven(connection, new KeySecret(given));
            await transaction.CommitAsync(cancellationToken);
            return null;
        }

        if (await connection.ExecuteScalarAsync<bool>("select exists (select from api_keys)"))
        {
            return null;
        }

        var key = KeySecret.Generate();
        await Insert(connection, key, "First admin key", isBootstrap: false);
        await transaction.CommitAsync(cancellationToken);
        return key;
    }

    private static async Task UseGiven(NpgsqlConnection connection, KeySecret key)
    {
        await connection.ExecuteAsync(
            """
            update api_keys
            set revoked_at = now()
            where is_bootstrap
              and hash <> @Hash
              and revoked_at is null
            """,
            new { key.Hash });
        var revived = await connection.ExecuteAsync(
            """
            update api_keys
            set revoked_at = null,
                expires_at = null,
                is_bootstrap = true,
                scopes = '{admin}'
            where hash = @Hash
            """,
            new { key.Hash });
        if (revived == 0)
        {
            await Insert(connection, key, "Bootstrap key", isBootstrap: true);
        }
    }

    private static Task Insert(NpgsqlConnection connection, KeySecret key, string name, bool isBootstrap) =>
        connection.ExecuteAsync(
            """
            insert into api_keys (id, name, prefix, hash, scopes, is_bootstrap)
            values (@Id, @name, @Prefix, @Hash, @Scopes, @isBootstrap)
            """,
            new { Id = Guid.CreateVersion7(), name, key.Prefix, key.Hash, Scopes = new[] { Scopes.Admin }, isBootstrap });
}

/// <summary>A key that opens.</summary>
internal sealed record LivingKey
{
    public required Guid Id { get; init; }
    public required string[] Scopes { get; init; }

    /// <summary>When it ends, with whatever secret; null when it does not.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>How long it opens from now on; null when it does not end.</summary>
    public double? SecondsLeft { get; init; }
}
