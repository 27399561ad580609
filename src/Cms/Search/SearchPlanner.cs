namespace Cms.Search;

/// <summary>
/// Decides which of the matches are scored. To score one its words must be read, which takes sixteen microseconds; an index tells in one
/// which stories have enough of the words often enough to come into question.
/// </summary>
internal sealed class SearchPlanner(SearchStore search)
{
    /// <summary>So many matches are all scored.</summary>
    private const int AllScored = 4_000;

    /// <summary>So many of a larger set are scored, more or less.</summary>
    private const double Target = 2_500;

    /// <summary>A walk of a thousand hits should not end before.</summary>
    private const int TooFew = 1_100;

    /// <summary>Stories of the last months, which rank higher than their words do, that are scored in any case.</summary>
    private const int RecentScored = 1_000;

    private const int Attempts = 4;

    /// <summary>Names the matches to be looked at where those are not all; answers whether there are others.</summary>
    public async Task<bool> Plan(SearchStatement statement, AnalysedQuery? query, SearchPlace place, CancellationToken cancellationToken)
    {
        if (query is null or { IsNegative: true } or { IsCounted: true } || query.MatchesAtMost <= AllScored)
        {
            return false;
        }

        // By date an index answers in order, but for phrases, for which every story must be read.
        if (!place.IsScored && query.AllOf.Length == 0)
        {
            return false;
        }

        var (candidates, isAll) = await Widely(statement, query, cancellationToken);
        if (!isAll && place.IsScored)
        {
            candidates = [.. candidates.Union(await Best(statement, query, place, cancellationToken))];
        }

        statement.LookAt(candidates);
        return !isAll;
    }

    /// <summary>All matches if they are few enough; else the newest, which fill the pages behind the best.</summary>
    private async Task<(Guid[] Candidates, bool IsAll)> Widely(SearchStatement statement, AnalysedQuery query, CancellationToken cancellationToken)
    {
        // The index tells nothing of phrases; of all else the whole query is the widest threshold.
        var widest = query.AllOf.Length == 0 ? null : query.AllWords;
        var candidates = await search.FindCandidates(statement, widest, since: null, AllScored, cancellationToken);
        return (candidates, candidates.Length < AllScored && query.AllOf.Length == 0);
    }

    private async Task<IEnumerable<Guid>> Best(SearchStatement statement, AnalysedQuery query, SearchPlace place, CancellationToken cancellationToken)
    {
        var target = Target;
        for (var attempt = 1; ; attempt++)
        {
            var threshold = new MatchThreshold(query.Words, target);
            var best = await search.FindCandidates(statement, threshold.Query(threshold.Score), since: null, AllScored, cancellationToken);
            // The estimate takes words for independent of one another, which they are not, and knows nothing of filters.
            if (attempt < Attempts && (best.Length == AllScored || (best.Length < TooFew && target < query.Stories)))
            {
                target *= best.Length == AllScored ? .25 : Math.Min(16, Target / Math.Max(best.Length, 50));
                continue;
            }

            if (place.Sort != SearchPlace.Best)
            {
                return best;
            }

            // What is new may score half as much again.
            var recent = await search.FindCandidates(
                statement, threshold.Query(threshold.Score / 1.5), place.Hour.AddDays(-60), RecentScored, cancellationToken);
            return best.Union(recent);
        }
    }
}
