using System.Diagnostics;
using Npgsql;

namespace Cms.Benchmarks.Ingesting;

/// <summary>Takes all rows that an ingestion wrote out of one database and copies them into the empty tables of another.</summary>
internal static class TableCopies
{
    /// <summary>Every table with rows, each after those that it refers to.</summary>
    private static readonly string[] Tables =
    [
        "publications", "sections", "tags", "contributors", "masthead_evidence", "articles", "revisions", "slugs", "published_articles",
        "published_authors", "published_tags", "ingestions", "source_documents", "ingestion_documents",
        "audit", "events",
    ];

    public static async Task Export(string connectionString, string folder)
    {
        await using var connection = await Open(connectionString);
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)");
            await using var file = File.Create(Path.Combine(folder, $"{table}.copy"));
            await rows.CopyToAsync(file);
        }
    }

    /// <summary>Copies each table with its indexes and references standing, as an ingestion finds them; answers the seconds.</summary>
    public static async Task<double> Import(string connectionString, string folder)
    {
        await using var connection = await Open(connectionString);
        var clock = Stopwatch.StartNew();
        foreach (var table in Tables)
        {
            await using var file = File.OpenRead(Path.Combine(folder, $"{table}.copy"));
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)");
            await file.CopyToAsync(rows, 1 << 16);
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<NpgsqlConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=600");
        await connection.OpenAsync();
        return connection;
    }
}
