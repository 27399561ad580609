using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Ingesting;

/// <summary>Takes all rows that an ingestion wrote out of one database and copies them into the empty tables of another.</summary>
internal static class TableCopies
{
    /// <summary>Every table with rows, each after those that it refers to.</summary>
    private static readonly string[] Tables =
    [
        "publications", "sections", "tags", "contributors", "masthead_evidence", "articles", "revisions", "slugs", "published_articles",
        "published_search", "published_authors", "published_tags", "ingestions", "source_documents", "ingestion_documents", "audit", "events",
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

    /// <summary>
    /// Copies each table with its indexes, references and notes of changes standing, as an ingestion finds them; answers the seconds. The words of
    /// the stories are copied as well, unless they are to be found anew.
    /// </summary>
    public static async Task<double> Import(string connectionString, string folder, bool withWords)
    {
        await using var connection = await Open(connectionString);
        if (withWords)
        {
            await connection.ExecuteAsync("alter table published_articles disable trigger search_follow_insert");
        }

        var clock = Stopwatch.StartNew();
        foreach (var table in Tables.Where(table => withWords || table != "published_search"))
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
