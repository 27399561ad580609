namespace Cms.Benchmarks.Relevance;

/// <summary>Whether two engines differ on the same queries by more than chance: signs of the differences are swapped at random.</summary>
internal static class PairedTest
{
    private const int Rounds = 20_000;

    /// <summary>How often chance alone gives a mean difference as large as this, either way.</summary>
    public static double Probability(IReadOnlyList<double> differences)
    {
        var random = new Random(1);
        var observed = Math.Abs(differences.Average()) - 1e-12;
        var asLarge = Enumerable.Range(0, Rounds)
            .Count(_ => Math.Abs(differences.Average(difference => random.Next(2) == 0 ? difference : -difference)) >= observed);
        return (asLarge + 1.0) / (Rounds + 1);
    }
}
