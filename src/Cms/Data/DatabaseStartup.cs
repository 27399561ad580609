using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Cms.Data;

/// <summary>
/// Waits for a server that will do, brings the schema up, opens the reader's side. Start order does not matter: it waits as long as it takes.
/// </summary>
internal sealed class DatabaseStartup(Database database, DatabaseAddress address, DatabaseState state, ILogger<DatabaseStartup> logger)
{
    private const int OldestMajor = 15;

    /// <summary>Runs until the database is ready; says why it is not in <see cref="DatabaseState.Reason"/> and in the log, once per reason.</summary>
    /// <param name="furnish">Puts into a new database what the rooms expect to find; runs before anyone is served.</param>
    /// <param name="patience">How long an obstacle may last; null waits for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task Run(Func<CancellationToken, Task> furnish, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (await Obstacle(furnish, toServe: patience is null, cancellationToken) is { } obstacle)
        {
            if (obstacle != state.Reason)
            {
                state.Waits(obstacle);
                logger.LogWarning("Waiting for the database: {Reason}", obstacle);
            }

            if (clock.Elapsed > patience)
            {
                throw new DatabaseUnavailableException($"Gave up waiting for the database: {obstacle}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        state.Opens();
    }

    /// <summary>Opens a first connection, which stays in the pool, as far as a server answers already.</summary>
    public Task Knock() => Knock(database.Maintenance);

    private static async Task Knock(NpgsqlDataSource pool)
    {
        try
        {
            await using var connection = await pool.OpenConnectionAsync();
            await connection.ExecuteScalarAsync<string>("show server_encoding");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            // Whoever needs the pool finds out why, and says so.
        }
    }

    private async Task<string?> Obstacle(Func<CancellationToken, Task> furnish, bool toServe, CancellationToken cancellationToken)
    {
        try
        {
            await using (var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken))
            {
                if (connection.PostgreSqlVersion.Major < OldestMajor)
                {
                    return $"it is PostgreSQL {connection.PostgreSqlVersion.Major}; {OldestMajor} or newer is needed.";
                }

                if (await connection.ExecuteScalarAsync<string>("show server_encoding") is not "UTF8" and var encoding)
                {
                    return $"the database's encoding is {encoding}; UTF8 is needed.";
                }
            }

            database.OpenReader(await ReaderAccessOf(cancellationToken));
            // Each login takes a while, and the schema another.
            var knocks = toServe ? Task.WhenAll(database.FirstAsked.Select(Knock)) : Task.CompletedTask;
            var count = await Migrator.Migrate(database.Maintenance, cancellationToken);
            if (count > 0)
            {
                logger.LogInformation("Ran {Count} migrations", count);
            }

            await furnish(cancellationToken);
            database.Durability = await Durability(cancellationToken);
            await knocks.WaitAsync(cancellationToken);
            return await database.CanRead(cancellationToken)
                ? null
                : $"the login of ConnectionStrings__CmsReader may not read; grant it the role {Database.ReaderRole}.";
        }
        catch (SchemaException exception)
        {
            return exception.Message;
        }
        catch (PostgresException exception)
        {
            logger.LogDebug(exception, "The server refused");
            return Explain(exception);
        }
        catch (NpgsqlException exception)
            when (exception.InnerException is not (TimeoutException or IOException or System.Net.Sockets.SocketException))
        {
            logger.LogWarning("The connection to the database fails: {Reason}", exception.Message);
            return "the connection is refused; the log says why.";
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return "no server answers at the configured address.";
        }
    }

    private async Task<ReaderAccess> ReaderAccessOf(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(ReaderGrants.CreateRole, cancellationToken: cancellationToken));
            return address.Reader is null ? ReaderAccess.SetRole : ReaderAccess.Login;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            if (address.Reader is not null)
            {
                return ReaderAccess.Login;
            }

            logger.LogWarning("The server's user may not create the role {Role}: public reads run as the same user", Database.ReaderRole);
            return ReaderAccess.SameUser;
        }
    }

    private async Task<string> Durability(CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        var off = await connection.QueryAsync<string>(
            """
            select name
            from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
              and setting = 'off'
            order by name
            """);
        var names = string.Join(", ", off);
        return names.Length == 0 ? "ok" : $"off: {names}";
    }

    private static string Explain(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "the server refuses the user or the password of ConnectionStrings__Cms.",
        PostgresErrorCodes.InvalidCatalogName => "the database that ConnectionStrings__Cms names does not exist.",
        PostgresErrorCodes.CannotConnectNow => "the server is starting.",
        PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported =>
            "an extension is missing; install PostgreSQL's contrib package (unaccent, pg_trgm).",
        PostgresErrorCodes.InsufficientPrivilege => "the user of ConnectionStrings__Cms may not create what the schema needs.",
        _ => $"the server answers with SQLSTATE {exception.SqlState}.",
    };
}
