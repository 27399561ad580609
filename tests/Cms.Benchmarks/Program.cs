using Cms.Benchmarks.Ingesting;
using Cms.Benchmarks.Reading;
using Cms.Benchmarks.Servers;
using Cms.Benchmarks.Writing;

namespace Cms.Benchmarks;

/// <summary>Measures what is fast against its limit in the same run: `read`, `delivery`, `write` and `ingest`; no verb runs all, `--short` takes a glance.</summary>
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
            case null:
                await ReadBenchmark.Run(extent);
                await DeliveryBenchmark.Run(extent);
                await WriteBenchmark.Run(extent);
                await IngestBenchmark.Run(extent.Articles);
                return 0;
            case var unknown:
                await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'; there are read, delivery, write and ingest.");
                return 2;
        }
    }
}
