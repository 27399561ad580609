using System.Globalization;

namespace Cms.Ingestion;

/// <summary>Tells the terminal how a run gets on: at most a line a second, and one at the end.</summary>
internal sealed class IngestionProgress(string name, int total, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long start = clock.GetTimestamp();
    private long last = clock.GetTimestamp();

    public void Report(Tally tally)
    {
        if (clock.GetElapsedTime(last) < Interval)
        {
            return;
        }

        last = clock.GetTimestamp();
        var rate = tally.Seen / clock.GetElapsedTime(start).TotalSeconds;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ingesting {name}: {tally.Seen:N0} of {total:N0}, {rate:N0} a second"));
    }

    public void End(Tally tally, int growing)
    {
        var waiting = growing == 0 ? "" : $"; {growing} still being written, left for the next run";
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Ingested {name}: {tally} in {clock.GetElapsedTime(start).TotalMilliseconds:N0} ms{waiting}"));
    }
}
