using Cms.Data;
using Cms.EmbeddedPostgres;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Server = Cms.EmbeddedPostgres.EmbeddedPostgres;

namespace Cms.Benchmarks;

/// <summary>A private PostgreSQL in a temporary folder with the settings of an installation, for all benchmarks of a run; gone when disposed of.</summary>
internal sealed class ScratchPostgres : IAsyncDisposable
{
    private const string User = "cms";
    private readonly string folder;
    private readonly Server server;

    private ScratchPostgres(string folder, Server server) => (this.folder, this.server) = (folder, server);

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
            Roles = [User, Database.ReaderRole],
            DiesWithParent = true,
        };
        var scratch = new ScratchPostgres(folder, await Server.StartAsync(options, NullLogger.Instance));
        // An archive is put away before anything is measured, for which the server would else choose its own time.
        await scratch.Execute($"grant {Database.ReaderRole}, pg_checkpoint to {User}");
        return scratch;
    }

    /// <summary>Makes an empty database.</summary>
    public async Task<ScratchDatabase> CreateDatabase(string name)
    {
        await Execute($"create database {name} owner {User}");
        return new(server.ConnectionString(name, User), () => Execute($"drop database {name} with (force)"));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", Server.Superuser) + ";Pooling=false;Command Timeout=0");
        await connection.ExecuteAsync(sql);
    }
}
