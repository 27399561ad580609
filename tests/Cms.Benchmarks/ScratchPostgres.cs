using Cms.Data;
using Cms.EmbeddedPostgres;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Server = Cms.EmbeddedPostgres.EmbeddedPostgres;

namespace Cms.Benchmarks;

/// <summary>A private PostgreSQL in a temporary folder with the settings of an installation; gone when disposed of.</summary>
internal sealed class ScratchPostgres : IAsyncDisposable
{
    private const string Name = "cms";
    private readonly string folder;
    private readonly Server server;

    private ScratchPostgres(string folder, Server server) => (this.folder, this.server) = (folder, server);

    /// <summary>The connection string of the schema's owner.</summary>
    public string Owner => server.ConnectionString(Name, Name);

    /// <summary>The connection string of the reader's login.</summary>
    public string Reader => server.ConnectionString(Name, Database.ReaderRole);

    /// <summary>The temporary folder.</summary>
    public string Folder => folder;

    /// <summary>The process that all backends descend from.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<ScratchPostgres> Start()
    {
        // Readable by the user that PostgreSQL runs as, which a folder from CreateTempSubdirectory is not.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"cms-benchmarks-{Environment.ProcessId}")).FullName;
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(folder, "data"),
            Roles = [Name, Database.ReaderRole],
            DiesWithParent = true,
        };
        var scratch = new ScratchPostgres(folder, await Server.StartAsync(options, NullLogger.Instance));
        await scratch.CreateDatabase(Name);
        return scratch;
    }

    /// <summary>Makes an empty database; answers its connection string.</summary>
    public async Task<string> CreateDatabase(string name)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", Server.Superuser) + ";Pooling=false");
        // The archive is put away before anything is measured, for which the server would else choose its own time.
        await connection.ExecuteAsync($"grant {Database.ReaderRole}, pg_checkpoint to {Name}");
        await connection.ExecuteAsync($"create database {name} owner {Name}");
        return server.ConnectionString(name, Name);
    }

    /// <summary>Drops a database, so that nothing tidies it up while others are measured.</summary>
    public async Task DropDatabase(string name)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", Server.Superuser) + ";Pooling=false");
        await connection.ExecuteAsync($"drop database {name} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
