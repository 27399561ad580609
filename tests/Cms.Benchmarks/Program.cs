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
/// `growth --articles &lt;n&gt;`; no verb runs all, and ends with one table; `--short` takes a glance, at the built program and without `start` and
/// `growth`. `relevance --data &lt;folder&gt;` ranks judged collections beside Lucene, without a folder the small one that comes along;
/// `--program &lt;path&gt;` measures a program that was published before. `search-scale --articles &lt;n&gt; --on &lt;server&gt;` searches a large archive.
/// </summary>
internal static class Program
{
    /// <summary>What a glance leaves out unless it is asked for.</summary>
    private static readonly string[] Slow = ["start", "growth"];

    public static async Task<int> Main(string[] arguments)
    {
        var verb = arguments.FirstOrDefault() is { } first && !first.StartsWith("--", StringComparison.Ordinal) ? first : null;
        if (verb == ServerProcess.Verb)
        {
            await ServerProcess.Serve(arguments[1], arguments[2..]);
            return 0;
        }

        var isShort = arguments.Contains("--short");
        // A glance does without the minute that it takes to publish.
        Published.Given = Option(arguments, "--program") ?? (isShort ? Path.Combine(AppContext.BaseDirectory, "Cms") : null);
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
        switch (verb)
        {
            case "relevance" when Option(arguments, "--data") is { } folder:
                await RelevanceBenchmark.Run(folder, extent == Extent.Short);
                Goal.PrintTable();
                return 0;
            case "search-scale":
                await SearchScaleBenchmark.Run(articles ?? (extent == Extent.Short ? 5_000 : 100_000), Option(arguments, "--on"), extent == Extent.Short);
                Goal.PrintTable();
                return 0;
        }

        var all = new (string Verb, Func<Task> Run)[]
        {
            ("start", async () =>
            {
                await PostgresStart.Run(extent);
                await StartBenchmark.Run(extent);
            }),
            ("read", () => ReadBenchmark.Run(extent)),
            ("delivery", () => DeliveryBenchmark.Run(extent)),
            ("write", () => WriteBenchmark.Run(extent)),
            ("ingest", () => IngestBenchmark.Run(extent)),
            ("relevance", RelevanceBenchmark.Glance),
            ("growth", () => GrowthBenchmark.Run(extent.Articles, articles ?? extent.Articles * 10, extent)),
        };
        var asked = all.Where(one => verb is null ? extent == Extent.Full || !Slow.Contains(one.Verb) : one.Verb == verb).ToList();
        if (asked.Count == 0)
        {
            var verbs = string.Join(", ", all.Select(one => one.Verb));
            await Console.Error.WriteLineAsync($"There is no benchmark '{verb}'; there are {verbs} and search-scale.");
            return 2;
        }

        foreach (var (_, run) in asked)
        {
            await run();
        }

        Goal.PrintTable();
        return 0;
    }

    private static string? Option(string[] arguments, string name) => arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
}
