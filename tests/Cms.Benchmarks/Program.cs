using System.Globalization;
using Cms.Benchmarks.Growth;
using Cms.Benchmarks.Ingesting;
using Cms.Benchmarks.Publishing;
using Cms.Benchmarks.Reading;
using Cms.Benchmarks.Relevance;
using Cms.Benchmarks.SearchScale;
using Cms.Benchmarks.Servers;
using Cms.Benchmarks.Starting;
using Cms.Benchmarks.Writing;

namespace Cms.Benchmarks;

/// <summary>
/// Measures what is fast against its limit in the same run: `start`, `read`, `delivery`, `write`, `ingest`, `relevance` and
/// `growth`; no verb runs all, and ends with one table. `--short` takes a glance, at the built program and without `start` and `growth`;
/// `--articles &lt;n&gt;` is the size that `growth` grows to; `relevance --data &lt;folder&gt;` ranks judged collections beside Lucene, without a
/// folder the small one that comes along; `--program &lt;path&gt;` measures a program that was published before.
/// `search-scale --articles &lt;n&gt; --on &lt;server&gt;` searches a large archive.
/// </summary>
internal static class Program
{
    /// <summary>What a glance leaves out unless it is asked for.</summary>
    private static readonly string[] Slow = ["start", "growth"];

    /// <summary>Times rather than ratios, which only who asks for them wants.</summary>
    private const string Largest = "search-scale";

    public static async Task<int> Main(string[] arguments)
    {
        var verb = arguments.FirstOrDefault() is { } first && !first.StartsWith("--", StringComparison.Ordinal) ? first : null;
        if (verb == ServerProcess.Verb)
        {
            await ServerProcess.Serve(arguments[1], arguments[2..]);
            return 0;
        }

        var isShort = arguments.Contains("--short");
        Published.Given = Option(arguments, "--program");
        if (isShort)
        {
            // A glance does without the minute that it takes to publish, and has no time to measure what is hot before it is compiled once more.
            Published.Given ??= Path.Combine(AppContext.BaseDirectory, "Cms");
            Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        }

        try
        {
            return await Measure(verb, arguments, isShort ? Extent.Short : Extent.Full);
        }
        finally
        {
            Published.Delete();
        }
    }

    private static async Task<int> Measure(string? verb, string[] arguments, Extent extent)
    {
        var articles = Option(arguments, "--articles") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
        var isShort = extent == Extent.Short;
        var searched = articles ?? (isShort ? 5_000 : 100_000);
        if (verb == Largest && Option(arguments, "--on") is { } server)
        {
            await SearchScaleBenchmark.Run(await SearchScaleBenchmark.Keep(server, $"scale_{searched}"), searched, isShort);
            Goal.PrintTable();
            return 0;
        }

        var all = new (string Verb, Func<ScratchPostgres, Task> Run)[]
        {
            ("start", async postgres =>
            {
                await PostgresStart.Run(extent);
                await StartBenchmark.Run(postgres, extent);
            }),
            ("read", postgres => ReadBenchmark.Run(postgres, extent)),
            ("delivery", postgres => DeliveryBenchmark.Run(postgres, extent)),
            ("write", postgres => WriteBenchmark.Run(postgres, extent)),
            ("ingest", postgres => IngestBenchmark.Run(postgres, extent)),
            ("relevance", postgres => Option(arguments, "--data") is { } folder
                ? RelevanceBenchmark.Run(postgres, folder, isShort)
                : RelevanceBenchmark.Glance(postgres)),
            ("growth", postgres => GrowthBenchmark.Run(postgres, extent.Articles, articles ?? (isShort ? 10_000 : 1_000_000), extent)),
            (Largest, async postgres =>
            {
                await using var database = await postgres.CreateDatabase("scale");
                await SearchScaleBenchmark.Run(database, searched, isShort);
            }),
        };
        var asked = all.Where(one => verb is null ? one.Verb != Largest && (!isShort || !Slow.Contains(one.Verb)) : one.Verb == verb).ToList();
        if (asked.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{verb}'; there are {string.Join(", ", all.Select(one => one.Verb))}.");
            return 2;
        }

        await using var scratch = await ScratchPostgres.Start();
        foreach (var (_, run) in asked)
        {
            await run(scratch);
        }

        Goal.PrintTable();
        if (isShort)
        {
            Console.WriteLine("A glance: programs that are still being compiled, in windows of a moment. Without --short the figures count.");
        }

        return 0;
    }

    private static string? Option(string[] arguments, string name) => arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
}
