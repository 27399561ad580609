using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Load;

/// <summary>Servers under the same load in turns, so that what else the machine does meets all of them.</summary>
internal static class Contest
{
    /// <summary>A share of the time that the runtime may still spend on compiling.</summary>
    private const double Quiet = 0.01;

    /// <summary>Fills the windows of each and prints their medians.</summary>
    /// <param name="contestants">Who.</param>
    /// <param name="postmaster">PostgreSQL's process.</param>
    /// <param name="extent">How long.</param>
    public static void Run(Contestant[] contestants, int postmaster, Extent extent)
    {
        // One after the other: all at once would be more than they answer in time.
        foreach (var one in contestants)
        {
            WarmUp(one, postmaster, extent.WarmUp / contestants.Length * 2, extent.Rounds);
        }

        for (var repetition = 0; repetition < extent.Repetitions; repetition++)
        {
            foreach (var one in contestants)
            {
                one.Windows.Add(LoadWindow.Run(one.Server, postmaster, one.Requests, extent.Window));
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"median of " + extent.Repetitions,-26} {"rps",8} {"CPU µs",8} = {"server",7} + {"postgres",8} + {"client",6}");
        foreach (var one in contestants)
        {
            Console.WriteLine(
                $"{one.Name,-26} {one.Rate,8:0} {one.Cpu,8:0} = {one.Of(window => window.Server),7:0} + "
                + $"{one.Of(window => window.Postgres),8:0} + {one.Of(window => window.Client),6:0}");
        }

        Console.WriteLine();
    }

    /// <summary>
    /// The runtime compiles what is hot in steps, in the background; ours has the most to compile. Until that is done it, not the server, is
    /// measured.
    /// </summary>
    private static void WarmUp(Contestant one, int postmaster, TimeSpan time, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var before = CpuClock.Compiling(one.Server.Process);
            LoadWindow.Run(one.Server, postmaster, one.Requests, time);
            if (CpuClock.Compiling(one.Server.Process) - before < time * Quiet)
            {
                return;
            }
        }
    }
}

/// <summary>A server and what it is asked.</summary>
internal sealed record Contestant(string Name, ServerProcess Server, byte[][] Requests)
{
    public List<LoadWindow> Windows { get; } = [];

    public double Rate => Of(window => window.RequestsPerSecond);

    public double Cpu => Of(window => window.Cpu);

    public double Of(Func<LoadWindow, double> figure) => Goal.Median(Windows.Select(figure));
}
