using Cms.EmbeddedPostgres;
using Dapper;
using Npgsql;
using Server = Cms.EmbeddedPostgres.EmbeddedPostgres;

namespace Cms.Data;

/// <summary>The private PostgreSQL of an installation that names no server of its own. The container disposes of it last.</summary>
internal sealed class PrivatePostgres(Settings settings, ILogger<PrivatePostgres> logger) : IAsyncDisposable
{
    private const string DatabaseName = "cms";
    private const string Owner = "cms";

    private Server? server;

    /// <summary>How the database is reached, known before the server runs.</summary>
    public static DatabaseAddress AddressOf(Settings settings) => new(
        Server.ConnectionString(OptionsOf(settings), DatabaseName, Owner),
        Server.ConnectionString(OptionsOf(settings), DatabaseName, Database.ReaderRole),
        IsPrivate: true);

    /// <summary>Starts the server, or joins the one that another process runs.</summary>
    /// <param name="join">False for `serve`, which must be alone on its data folder.</param>
    public async Task Start(bool join, CancellationToken cancellationToken)
    {
        var options = OptionsOf(settings);
        server = join
            ? await Server.JoinOrStartAsync(options, logger, cancellationToken)
            : await Server.StartAsync(options, logger, cancellationToken);
        await CreateDatabase(server, cancellationToken);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task CreateDatabase(Server server, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", Server.Superuser) + ";Pooling=false");
                await connection.OpenAsync(cancellationToken);
                // Until the connection closes: two commands may come first to a new folder.
                await connection.ExecuteAsync("select pg_advisory_lock(15)");
                if (!await connection.ExecuteScalarAsync<bool>(
                    "select exists (select from pg_database where datname = @DatabaseName)", new { DatabaseName }))
                {
                    // Neither of the two may do more than its own database: what a hole in the program could reach ends there.
                    await connection.ExecuteAsync($"grant {Database.ReaderRole} to {Owner}");
                    await connection.ExecuteAsync($"create database {DatabaseName} owner {Owner}");
                }

                return;
            }
            catch (NpgsqlException exception) when (exception is not PostgresException { IsTransient: false })
            {
                // PostgreSQL was killed and is being started again.
                logger.LogWarning("The database cannot be made yet: {Reason}", exception.Message);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private static EmbeddedPostgresOptions OptionsOf(Settings settings) => new()
    {
        // Below the folder that was named, so that the lock beside it needs no rights outside.
        DataDirectory = Path.Combine(Installation.DataOf(settings), "postgres"),
        BinPath = settings.Postgres.BinPath is { } folder ? Path.GetFullPath(folder) : null,
        Package = settings.Postgres.Package,
        Download = settings.Postgres.Download,
        RunAs = settings.Postgres.RunAs,
        Roles = [Owner, Database.ReaderRole],
        Progress = Console.Out.WriteLine,
    };
}
