using Cms.Benchmarks.Archive;
using Cms.Data;
using Npgsql;

namespace Cms.Benchmarks.Ingesting;

/// <summary>Ingests a folder of pages, and copies the same rows into the same empty tables.</summary>
internal static class IngestBenchmark
{
    /// <summary>Of so many pages one is sent singly as well: enough for a rate.</summary>
    private const int SingleOf = 5;

    public static async Task Run(int pages)
    {
        await using var postgres = await ScratchPostgres.Start();
        var folder = Path.Combine(postgres.Folder, "pages");
        TextPages.Write(folder, pages, new GeneratedText(seed: 11));

        var ingested = await IngestProcess.Run(folder, postgres.Owner);
        if (ingested.Created != pages)
        {
            throw new InvalidOperationException($"Of {pages} pages {ingested.Created} became stories.");
        }

        await TableCopies.Export(postgres.Owner, postgres.Folder);
        var empty = await postgres.CreateDatabase("copied");
        await using (var pool = NpgsqlDataSource.Create(empty + ";Pooling=false"))
        {
            await Migrator.Migrate(pool, CancellationToken.None);
        }

        var copied = await TableCopies.Import(empty, postgres.Folder);
        Console.WriteLine($"{pages} pages ingested in {ingested.Seconds:0.0} s: {pages / ingested.Seconds:0} a second; the process took {ingested.CpuSeconds:0.0} s of CPU");
        Console.WriteLine($"their rows copied in {copied:0.0} s: {pages / copied:0} a second; peak memory of the ingestion {ingested.PeakBytes / 1048576} MB");
        Goal.AtLeast("ingest vs copy of all rows it wrote", copied / ingested.Seconds, 0.8);

        var some = Path.Combine(postgres.Folder, "singles");
        TextPages.Write(some, pages / SingleOf, new GeneratedText(seed: 11));
        var singly = await SinglePosts.Run(some, await postgres.CreateDatabase("singles"));
        Console.WriteLine($"sent one by one: {singly:0} a second");
        Goal.AtLeast("ingest vs the same pages sent one by one, rows a second", pages / ingested.Seconds / singly, 3);
    }
}
