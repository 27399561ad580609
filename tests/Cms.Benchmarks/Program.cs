using System.Globalization;
using Cms.Benchmarks.Ingesting;
using Cms.Benchmarks.Reading;
using Cms.Benchmarks.Relevance;
using Cms.Benchmarks.SearchScale;
using Cms.Benchmarks.Servers;
using Cms.Benchmarks.Writing;

namespace Cms.Benchmarks;

/// <summary>
/// Measures what is fast against its limit in the same run: `read`, `delivery`, `write` and `ingest`; no verb runs all, `--short` takes a glance.
/// `relevance --data &lt;folder&gt;` ranks judged collections beside Lucene; `search-scale --articles &lt;n&gt; --on &lt;server&gt;` searches a large archive.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var extent = arguments.Contains("--short") ? Extent.Short : Extent.Full;
        switch (arguments.FirstOrDefault(argument => argument != "--short"))
        {
            case ServerProcess.Verb:
                await ServerProcess.Serve(arguments[1], arguments[2..]);
                return 0;
            case IngestProcess.Verb:
                await IngestProcess.Ingest(arguments[1], arguments[2..]);
                return 0;
            case "read":
                await ReadBenchmark.Run(extent);
                return 0;
            case "write":
                await WriteBenchmark.Run(extent);
                return 0;
            case "delivery":
                await DeliveryBenchmark.Run(extent);
                return 0;
            case "ingest":
                await IngestBenchmark.Run(extent.Articles);
                return 0;
            case "relevance" when Option(arguments, "--data") is { } folder:
                await RelevanceBenchmark.Run(folder, extent == Extent.Short);
                return 0;
            case "search-scale":
                var articles = int.Parse(Option(arguments, "--articles") ?? (extent == Extent.Short ? "5000" : "100000"), CultureInfo.InvariantCulture);
                await SearchScaleBenchmark.Run(articles, Option(arguments, "--on"), extent == Extent.Short);
                return 0;
            case null:
                await ReadBenchmark.Run(extent);
                await DeliveryBenchmark.Run(extent);
                await WriteBenchmark.Run(extent);
                await IngestBenchmark.Run(extent.Articles);
                return 0;
            case var unknown:
                await Console.Error.WriteLineAsync(
                    $"There is no benchmark '{unknown}'; there are read, delivery, write, ingest, relevance (with --data) and search-scale.");
                return 2;
        }
    }

    private static string? Option(string[] arguments, string name) => arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
}
