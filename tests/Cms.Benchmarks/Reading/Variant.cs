using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Reading;

/// <summary>One way of being asked: a server and the requests that it gets.</summary>
internal sealed record Variant(string Name, ServerProcess Server, byte[][] Requests)
{
    public List<LoadWindow> Windows { get; } = [];

    /// <summary>Answers in a second.</summary>
    public double Rate => Of(window => window.RequestsPerSecond);

    /// <summary>Microseconds of processor time for one answer.</summary>
    public double Cpu => Of(window => window.Cpu);

    /// <summary>Puts all under load, taking turns, and prints what each came to.</summary>
    public static void Measure(IReadOnlyList<Variant> variants, int postmaster, Extent extent)
    {
        // The runtime compiles what is hot in steps, in the background; ours has the most to compile. Until that is done it is measured,
        // not the server.
        var warmUp = variants
            .Select(variant => new Thread(() => LoadWindow.Run(variant.Server, postmaster, variant.Requests, extent.WarmUp)))
            .ToList();
        warmUp.ForEach(thread => thread.Start());
        warmUp.ForEach(thread => thread.Join());
        for (var repetition = 0; repetition < extent.Repetitions; repetition++)
        {
            foreach (var variant in variants)
            {
                variant.Windows.Add(LoadWindow.Run(variant.Server, postmaster, variant.Requests, extent.Window));
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"median of " + extent.Repetitions,-26} {"rps",8} {"CPU µs",8} = {"server",7} + {"postgres",8} + {"client",6}");
        foreach (var variant in variants)
        {
            Console.WriteLine(
                $"{variant.Name,-26} {variant.Rate,8:0} {variant.Cpu,8:0} = {variant.Of(window => window.Server),7:0} + "
                + $"{variant.Of(window => window.Postgres),8:0} + {variant.Of(window => window.Client),6:0}");
        }

        Console.WriteLine();
    }

    private double Of(Func<LoadWindow, double> figure) => Goal.Median(Windows.Select(figure));
}
