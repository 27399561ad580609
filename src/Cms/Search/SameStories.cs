namespace Cms.Search;

/// <summary>
/// Puts hits together that tell the same story within days of one another: by the words that stand in their headlines or often in them.
/// </summary>
internal static class SameStories
{
    /// <summary>So much of all their words two must share.</summary>
    private const double ShareMin = .5;

    private static readonly TimeSpan Span = TimeSpan.FromDays(3);

    /// <summary>The best hit of each story, in the order of the hits, each with the others.</summary>
    public static IReadOnlyList<(SearchHitRow Hit, IReadOnlyList<Guid> Others)> Group(
        IReadOnlyList<SearchHitRow> hits, IReadOnlyDictionary<Guid, HashSet<string>> words)
    {
        var groups = new List<(SearchHitRow Hit, List<Guid> Others)>();
        foreach (var hit in hits)
        {
            var same = words.TryGetValue(hit.Id, out var own)
                ? groups.FirstOrDefault(group =>
                    (group.Hit.PublishedAt - hit.PublishedAt).Duration() <= Span
                    && words.TryGetValue(group.Hit.Id, out var theirs)
                    && AreSame(own, theirs))
                : default;
            if (same.Hit is null)
            {
                groups.Add((hit, []));
            }
            else
            {
                same.Others.Add(hit.Id);
            }
        }

        return [.. groups.Select(group => (group.Hit, (IReadOnlyList<Guid>)group.Others))];
    }

    private static bool AreSame(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared > 0 && shared >= ShareMin * (one.Count + other.Count - shared);
    }
}
