namespace Cms.Benchmarks.Relevance;

/// <summary>How good one ranking of up to a hundred documents is, by the usual measures.</summary>
internal sealed record RankMeasures(double Ndcg, double Precision, double Recall, double ReciprocalRank)
{
    private const int Depth = 10;
    private const int RecallDepth = 100;

    public static RankMeasures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var gains = ranking.Select(document => grades.GetValueOrDefault(document)).ToList();
        var ideal = Discounted(grades.Values.OrderDescending());
        var found = 0;
        var precisions = 0.0;
        for (var rank = 0; rank < gains.Count; rank++)
        {
            if (gains[rank] > 0)
            {
                precisions += ++found / (rank + 1.0);
            }
        }

        var first = gains.FindIndex(gain => gain > 0);
        return new RankMeasures(
            ideal == 0 ? 0 : Discounted(gains) / ideal,
            grades.Count == 0 ? 0 : precisions / grades.Count,
            grades.Count == 0 ? 0 : gains.Take(RecallDepth).Count(gain => gain > 0) / (double)grades.Count,
            first < 0 ? 0 : 1.0 / (first + 1));
    }

    private static double Discounted(IEnumerable<int> gains) =>
        gains.Take(Depth).Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
}
