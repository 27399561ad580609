using Cms.Http;

namespace Cms.Search;

/// <summary>Finds the hits of a page: each by itself, or one for all that tell the same story.</summary>
internal sealed class HitFinder(SearchPlanner planner, SearchStore search, ClusterStore clusters)
{
    /// <summary>The hits after the place and one more when there are more, with the others that tell the story of each.</summary>
    /// <param name="statement">The search; for groups it must begin at the start, whatever the place.</param>
    /// <param name="query">What is looked for; null when nothing is.</param>
    /// <param name="place">Where the last page ended.</param>
    /// <param name="isGrouped">Whether hits that tell the same story are one.</param>
    /// <param name="limit">Hits of a page.</param>
    /// <param name="weights">What the words weigh; null by date.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FoundHits> Find(
        SearchStatement statement,
        AnalysedQuery? query,
        SearchPlace place,
        bool isGrouped,
        int limit,
        WordWeights? weights,
        CancellationToken cancellationToken)
    {
        var isPartial = await planner.Plan(statement, query, place, cancellationToken);
        // Whether two pages tell the same story shows only in the whole walk.
        var hits = await search.Find(statement, isGrouped ? Limits.SearchResults : limit, weights, cancellationToken);
        if (!isGrouped)
        {
            return new FoundHits([.. hits.Select(hit => (hit, (IReadOnlyList<Guid>)[]))], isPartial);
        }

        var words = await clusters.ReadWords([.. hits.Select(hit => hit.Id)], cancellationToken);
        var groups = SameStories.Group(hits, words);
        return new FoundHits([.. groups.SkipWhile(group => place.IsContinued && !IsBehind(group.Hit, place)).Take(limit + 1)], isPartial);
    }

    private static bool IsBehind(SearchHitRow hit, SearchPlace place)
    {
        var order = place.IsScored
            ? decimal.Compare(hit.Score!.Value, place.AfterScore!.Value)
            : DateTime.Compare(hit.PublishedAt, place.AfterDate!.Value);
        return order < 0 || (order == 0 && hit.Id.CompareTo(place.AfterId) < 0);
    }
}

/// <summary>Hits, each with the others that tell its story.</summary>
/// <param name="Groups">The hits of a page, and one more when there are more.</param>
/// <param name="IsPartial">Whether not all that match were looked at.</param>
internal sealed record FoundHits(IReadOnlyList<(SearchHitRow Hit, IReadOnlyList<Guid> Others)> Groups, bool IsPartial)
{
    public static readonly FoundHits None = new([], IsPartial: false);
}
