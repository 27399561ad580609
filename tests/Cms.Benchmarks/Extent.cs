namespace Cms.Benchmarks;

/// <summary>How much of a benchmark runs.</summary>
/// <param name="Articles">Articles in the archive.</param>
/// <param name="WarmUp">Half of the time that the servers are under load, one after the other, before anything counts.</param>
/// <param name="Window">How long one server is under load at a time.</param>
/// <param name="Repetitions">Windows of each server; the median counts.</param>
/// <param name="Rounds">Rounds of warming up at most, where one would do on a quiet machine; and of ingesting, of which the median counts.</param>
/// <param name="Kept">Articles that are read at random from memory; few enough for a processor's own memory make it look quicker than it is.</param>
internal sealed record Extent(int Articles, TimeSpan WarmUp, TimeSpan Window, int Repetitions, int Rounds, int Kept)
{
    public static readonly Extent Full = new(10_000, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(0.6), 5, 3, 90_000);
    public static readonly Extent Short = new(1_000, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(0.25), 3, 1, 2_000);
}
