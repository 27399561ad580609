using System.Diagnostics;
using Cms.Benchmarks.Archive;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Reading;

/// <summary>Answers from memory against a web server that gives the same bytes and headers, and against our server without a memory.</summary>
internal static class DeliveryBenchmark
{
    /// <summary>Stories that everybody reads.</summary>
    private const int Hot = 100;

    public static async Task Run(ScratchPostgres postgres, Extent extent)
    {
        var clock = Stopwatch.StartNew();
        await using var database = await postgres.CreateDatabase("delivery");
        using var ours = await ServerProcess.StartOurs(database, "--Cms:Cache:Megabytes=2048");
        using var uncached = await ServerProcess.StartOurs(database, "--Cms:Cache:Megabytes=0");
        var text = new GeneratedText(seed: 7);
        var filing = new ArchiveFiling();
        var stories = Enumerable.Range(0, extent.Kept).Select(number => ArchiveStory.Write(number, text, filing)).ToList();
        await ArchiveLoader.Load(database.Owner, stories, filing, text);
        Console.WriteLine($"{extent.Kept} articles after {clock.Elapsed.TotalSeconds:0.0} s");

        var folder = postgres.Folder;
        var paths = stories.Select(story => $"/v1/articles/{story.Slug}").ToList();
        using (var client = new HttpClient { BaseAddress = ours.Address })
        {
            await RecordedAnswer.Record(client, paths[0], folder, "story");
            await RecordedAnswer.Record(client, "/v1/articles", folder, "list");
            var eight = new ParallelOptions { MaxDegreeOfParallelism = 8 };
            await Parallel.ForEachAsync(paths, eight, async (path, token) => await client.GetByteArrayAsync(path, token));
        }

        Console.WriteLine($"read once after {clock.Elapsed.TotalSeconds:0.0} s");
        using var bare = await ServerProcess.Start("bare", folder);
        var (hot, all, list) = (LoadWindow.Requests(paths.Take(Hot)), LoadWindow.Requests(paths), LoadWindow.Requests(["/v1/articles"]));
        var etag = RecordedAnswer.Read(folder, "story").Headers["ETag"];
        var variants = new Contestant[]
        {
            new("constant bytes", bare, hot),
            new("kept, hot", ours, hot),
            new("kept, random", ours, all),
            new("kept, 304", ours, LoadWindow.Requests(paths.Take(1), $"If-None-Match: {etag}")),
            new("kept, gzip", ours, LoadWindow.Requests(paths.Take(Hot), "Accept-Encoding: gzip")),
            new("kept, list of 20", ours, list),
            new("not kept", uncached, all),
            new("not kept, list of 20", uncached, list),
        };
        // Eight share the time, in which all that is hot must be compiled; a glance has none to spare.
        var time = extent == Extent.Short ? extent : extent with { WarmUp = extent.WarmUp * 2, Window = extent.Window * 1.5 };
        Contest.Run(variants, postgres.ProcessId, time);
        Judge(variants.ToDictionary(variant => variant.Name));
        Console.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s in all");
    }

    private static void Judge(Dictionary<string, Contestant> variants)
    {
        var limit = variants["constant bytes"];
        foreach (var (name, of, goal) in new[]
        {
            ("by slug, kept, hot", "kept, hot", 0.9),
            ($"by slug, kept, random", "kept, random", 0.8),
            ("304", "kept, 304", 0.95),
            ("gzip made before", "kept, gzip", 0.9),
        })
        {
            Goal.AtLeast($"{name} vs constant bytes, CPU", limit.Cpu / variants[of].Cpu, goal);
            Console.WriteLine($"  beside: {variants[of].Rate / limit.Rate:0.00} in requests per second");
        }

        Goal.AtLeast("by slug, kept vs not kept, CPU", variants["not kept"].Cpu / variants["kept, hot"].Cpu, 4);
        Console.WriteLine($"  beside: {variants["kept, hot"].Rate / variants["not kept"].Rate:0.00} in requests per second");
        Goal.AtMost("list of 20 vs by slug, not kept, CPU", variants["not kept, list of 20"].Cpu / variants["not kept"].Cpu, 1.5);
    }
}
