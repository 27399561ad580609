using Cms.EmbeddedPostgres;
using Npgsql;
using Server = Cms.EmbeddedPostgres.EmbeddedPostgres;

namespace Cms.Tests.Commands;

/// <summary>A data folder that PostgreSQL's user can enter, removed at the end.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly string root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"cms-commands-{Guid.NewGuid():N}")).FullName;

    public string Data => In("data");

    /// <summary>Where in it PostgreSQL keeps its own.</summary>
    public string Cluster => Path.Combine(Data, "postgres");

    /// <summary>The postmaster of the data folder; null when none runs.</summary>
    public int? Postmaster
    {
        get
        {
            var file = Path.Combine(Cluster, "postmaster.pid");
            return File.Exists(file) && int.TryParse(File.ReadLines(file).First(), out var pid) && Directory.Exists($"/proc/{pid}") ? pid : null;
        }
    }

    public string In(string name) => Path.Combine(root, name);

    /// <summary>A connection to the program's own database, as its owner.</summary>
    public async Task<NpgsqlConnection> Open()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = Cluster };
        var connection = new NpgsqlConnection(Server.ConnectionString(options, "cms", "cms") + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
