using System.Diagnostics;
using Cms.Benchmarks.Archive;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Reading;

/// <summary>Reads of an archive through our server, through the driver alone, and through a web server alone, taking turns.</summary>
internal static class ReadBenchmark
{
    public static async Task Run(ScratchPostgres postgres, Extent extent)
    {
        var clock = Stopwatch.StartNew();
        await using var database = await postgres.CreateDatabase("read");
        using var ours = await ServerProcess.StartOurs(database, "--Cms:Cache:Megabytes=0");
        var text = new GeneratedText(seed: 7);
        var filing = new ArchiveFiling();
        var stories = Enumerable.Range(0, extent.Articles).Select(number => ArchiveStory.Write(number, text, filing)).ToList();
        await ArchiveLoader.Load(database.Owner, stories, filing, text);
        Console.WriteLine($"{extent.Articles} articles after {clock.Elapsed.TotalSeconds:0.0} s");

        var folder = postgres.Folder;
        using (var client = new HttpClient { BaseAddress = ours.Address })
        {
            await RecordedAnswer.Record(client, $"/v1/articles/{stories[0].Slug}", folder, "story");
            await RecordedAnswer.Record(client, "/v1/articles", folder, "list");
        }

        using var raw = await ServerProcess.Start("raw", database.Reader);
        using var bare = await ServerProcess.Start("bare", folder);
        var bySlug = LoadWindow.Requests(stories.Select(story => $"/v1/articles/{story.Slug}"));
        var unnamed = LoadWindow.Requests(stories.Select(story => $"/v1/unnamed/{story.Slug}"));
        var list = LoadWindow.Requests(["/v1/articles"]);
        var variants = new[]
        {
            new Contestant("by slug, ours", ours, bySlug), new Contestant("by slug, raw Npgsql", raw, bySlug), new Contestant("by slug, bare Kestrel", bare, bySlug),
            new Contestant("list of 20, ours", ours, list), new Contestant("list of 20, raw Npgsql", raw, list),
            new Contestant("by slug, raw, unnamed", raw, unnamed), new Contestant("list of 20, raw, unnamed", raw, LoadWindow.Requests(["/v1/unnamed"])),
        };
        Contest.Run(variants, postgres.ProcessId, extent);
        Judge(variants);
        await PageTimes.Measure(database, filing, extent);
        Console.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s in all");
    }

    private static void Judge(Contestant[] variants)
    {
        var (ours, raw, bare, list, rawList, unnamed, unnamedList) =
            (variants[0], variants[1], variants[2], variants[3], variants[4], variants[5], variants[6]);
        Goal.Either("by slug uncached vs raw Npgsql", ("rps", ours.Rate / raw.Rate, 0.8), ("CPU", raw.Cpu / ours.Cpu, 0.9));
        Console.WriteLine($"  beside: of a story without its names {ours.Rate / unnamed.Rate:0.00} rps, {unnamed.Cpu / ours.Cpu:0.00} CPU");
        Goal.AtMost("list of 20 vs by slug, CPU", list.Cpu / ours.Cpu, 1.5);
        Console.WriteLine($"  beside: list of 20 vs raw Npgsql {rawList.Cpu / list.Cpu:0.00} CPU; by slug vs bare Kestrel {bare.Cpu / ours.Cpu:0.00} CPU");
        Console.WriteLine($"  beside: without names and by the driver alone a list of 20 costs {unnamedList.Cpu / unnamed.Cpu:0.00} of a story");
    }
}
