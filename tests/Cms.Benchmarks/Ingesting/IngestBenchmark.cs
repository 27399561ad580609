using Cms.Benchmarks.Archive;
using Cms.Benchmarks.Load;
using Cms.Data;
using Npgsql;

namespace Cms.Benchmarks.Ingesting;

/// <summary>Ingests a folder of pages, and copies the same rows into the same empty tables.</summary>
internal static class IngestBenchmark
{
    /// <summary>Of so many pages one is sent singly as well: enough for a rate.</summary>
    private const int SingleOf = 5;

    public static async Task Run(ScratchPostgres postgres, Extent extent)
    {
        var pages = extent.Articles;
        var folder = Path.Combine(postgres.Folder, "pages");
        TextPages.Write(folder, pages, new GeneratedText(seed: 11));

        var rounds = new List<(double Ingested, double Finished, double Unfinished)>();
        for (var round = 1; round <= extent.Rounds; round++)
        {
            rounds.Add((await IngestAndExport(postgres, folder, pages), await Copy(postgres, "finished", withWords: true), await Copy(postgres, "unfinished", withWords: false)));
        }

        // Either has PostgreSQL find the words that a story is searched by: who copies stories gets them so.
        Goal.AtLeast("ingest vs copy of all rows it wrote", Goal.Median(rounds.Select(round => round.Unfinished / round.Ingested)), 0.8);
        var ofFinished = Goal.Median(rounds.Select(round => round.Finished / round.Ingested));
        Console.WriteLine($"  beside: {ofFinished:0.00} of a copy that brings the words along, found before");

        var some = Path.Combine(postgres.Folder, "singles");
        TextPages.Write(some, pages / SingleOf, new GeneratedText(seed: 11));
        await using var singles = await postgres.CreateDatabase("singles");
        var singly = await SinglePosts.Run(some, singles);
        Console.WriteLine($"sent one by one: {singly:0} a second");
        Goal.AtLeast(
            "ingest vs the same pages sent one by one, rows a second", pages / Goal.Median(rounds.Select(round => round.Ingested)) / singly, 3);
    }

    /// <summary>Ingests the folder into an empty database and takes the rows out of it; answers the seconds of the ingestion.</summary>
    private static async Task<double> IngestAndExport(ScratchPostgres postgres, string folder, int pages)
    {
        await using var database = await postgres.CreateDatabase("ingested");
        var before = CpuClock.OfPostgres(postgres.ProcessId);
        var ingested = await IngestProcess.Run(folder, database.Owner);
        // A backend that is just ending is counted neither as living nor as outlived.
        await Task.Delay(TimeSpan.FromSeconds(1));
        var cpu = CpuClock.OfPostgres(postgres.ProcessId) - before;
        if (ingested.Created != pages)
        {
            throw new InvalidOperationException($"Of {pages} pages {ingested.Created} became stories.");
        }

        Console.WriteLine(
            $"{pages} pages ingested in {ingested.Seconds:0.0} s: {pages / ingested.Seconds:0} a second; CPU {ingested.CpuSeconds:0.0} s of the process, "
            + $"{cpu.TotalSeconds:0.0} s of PostgreSQL; peak memory {ingested.PeakBytes / 1048576} MB");
        await TableCopies.Export(database.Owner, postgres.Folder);
        return ingested.Seconds;
    }

    /// <summary>Copies the rows into an empty database; answers the seconds.</summary>
    private static async Task<double> Copy(ScratchPostgres postgres, string name, bool withWords)
    {
        await using var empty = await postgres.CreateDatabase(name);
        await using (var pool = NpgsqlDataSource.Create(empty.Owner + ";Pooling=false"))
        {
            await Migrator.Migrate(pool, CancellationToken.None);
        }

        var before = CpuClock.OfPostgres(postgres.ProcessId);
        var seconds = await TableCopies.Import(empty.Owner, postgres.Folder, withWords);
        var cpu = CpuClock.OfPostgres(postgres.ProcessId) - before;
        Console.WriteLine($"their rows copied, {name}, in {seconds:0.0} s; CPU {cpu.TotalSeconds:0.0} s of PostgreSQL");
        return seconds;
    }
}
