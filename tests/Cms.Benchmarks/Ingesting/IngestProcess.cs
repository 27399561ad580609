using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Cms.Benchmarks.Publishing;

namespace Cms.Benchmarks.Ingesting;

/// <summary>`cms ingest`, published, in a process of its own, so that its memory and processor time can be told apart.</summary>
internal static partial class IngestProcess
{
    public static async Task<IngestOutcome> Run(string folder, string connectionString)
    {
        var start = new ProcessStartInfo(Published.Cms, ["ingest", folder, $"--ConnectionStrings:Cms={connectionString}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.HasExited)
        {
            (cpu, peak) = Look(process) is { } seen ? (seen.Cpu, Math.Max(peak, seen.Bytes)) : (cpu, peak);
            await Task.Delay(20);
        }

        var outcome = Outcome().Match(await said);
        return outcome.Success
            ? new IngestOutcome(Number(outcome, 1), Number(outcome, 2) / 1000.0, cpu.TotalSeconds, peak)
            : throw new InvalidOperationException($"The ingestion said: {await said}");
    }

    private static (TimeSpan Cpu, long Bytes)? Look(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.WorkingSet64);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended while we looked.
            return null;
        }
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Ingested .* ([0-9,]+) created, .* in ([0-9,]+) ms", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Outcome();
}

/// <summary>What an ingestion came to.</summary>
/// <param name="Created">Documents that became stories.</param>
/// <param name="Seconds">From the first document to the last commit.</param>
/// <param name="CpuSeconds">Processor time of the process.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
internal sealed record IngestOutcome(int Created, double Seconds, double CpuSeconds, long PeakBytes);
