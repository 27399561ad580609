using Cms.Benchmarks.Reading;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks;

/// <summary>Measures what is fast against its limit in the same run: `read`, `--short` for a glance; no verb runs all.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var isShort = arguments.Contains("--short");
        switch (arguments.FirstOrDefault(argument => argument != "--short"))
        {
            case ServerProcess.Verb:
                await ServerProcess.Serve(arguments[1], arguments[2..]);
                return 0;
            case null or "read":
                await ReadBenchmark.Run(isShort ? Extent.Short : Extent.Full);
                return 0;
            case var unknown:
                await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'; there is: read.");
                return 2;
        }
    }
}
