using Cms.Http;

namespace Cms.Search;

/// <summary>Finds the hits of a page: each by itself, or one for all that tell the same story.</summary>
internal sealed class HitFinder(SearchStore search, ClusterStore clusters)
{
    /// <summary>The hits after the place and one more when there are more, with the others that tell the story of each.</summary>
    /// <param name="statement">The search; for groups it must begin at the start, whatever the place.</param>
    /// <param name="place">Where the last page ended.</param>
    /// <param name="isGrouped">Whether hits that tell the same story are one.</param>
    /// <param name="limit">Hits of a page.</param>
    /// <param name="weights">What the words weigh; null by date.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<(SearchHitRow Hit, IReadOnlyList<Guid> Others)>> Find(
        SearchStatement statement, SearchPlace place, bool isGrouped, int limit, WordWeights? weights, CancellationToken cancellationToken)
    {
        if (!isGrouped)
        {
            return [.. (await search.Find(statement, limit, weights, cancellationToken)).Select(hit => (hit, (IReadOnlyList<Guid>)[]))];
        }

        // Whether two pages tell the same story shows only in the whole walk.
        var all = await search.Find(statement, Limits.SearchResults, weights, cancellationToken);
        var words = await clusters.ReadWords([.. all.Select(hit => hit.Id)], cancellationToken);
        var groups = SameStories.Group(all, words);
        return [.. groups.SkipWhile(group => place.IsContinued && !IsBehind(group.Hit, place)).Take(limit + 1)];
    }

    private static bool IsBehind(SearchHitRow hit, SearchPlace place)
    {
        var order = place.IsScored ? decimal.Compare(hit.Score!.Value, place.AfterScore!.Value) : DateTime.Compare(hit.PublishedAt, place.AfterDate!.Value);
        return order < 0 || (order == 0 && hit.Id.CompareTo(place.AfterId) < 0);
    }
}
