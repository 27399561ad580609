using System.Diagnostics;
using System.Text.Json;
using Cms.Ingestion;

namespace Cms.Benchmarks.Ingesting;

/// <summary>The application's own ingestion in a process of its own, so that its memory and processor time can be told apart.</summary>
internal static class IngestProcess
{
    /// <summary>The verb by which this program calls itself.</summary>
    public const string Verb = "ingesting";

    public static async Task<IngestOutcome> Run(string folder, string connectionString)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, folder, $"--ConnectionStrings:Cms={connectionString}", "--Cms:Seeds="]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string? last = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            last = line;
        }

        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<IngestOutcome>(last!)!;
    }

    /// <summary>Is that process; its last line tells the outcome.</summary>
    public static async Task Ingest(string folder, string[] configuration)
    {
        await using var app = Cms.Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: false, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        var tally = await app.Services.GetRequiredService<Ingester>().Run(
            new IngestionRequest { Folder = SeedFolder.Open(folder), Publishes = true, OnRejected = outcome => Console.Error.WriteLine(outcome) }, CancellationToken.None);
        var outcome = new IngestOutcome(tally.Created, clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64);
        Console.WriteLine(JsonSerializer.Serialize(outcome));
    }
}

/// <summary>What an ingestion came to.</summary>
/// <param name="Created">Documents that became stories.</param>
/// <param name="Seconds">From the first document to the last commit.</param>
/// <param name="CpuSeconds">Processor time of the process.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
internal sealed record IngestOutcome(int Created, double Seconds, double CpuSeconds, long PeakBytes);
