namespace Cms.Search;

/// <summary>
/// Decides which of the matches are scored. To score one its words must be read, which takes sixteen microseconds; an index tells in one
/// which stories have enough of the words often enough to come into question.
/// </summary>
internal sealed class SearchPlanner(SearchStore search)
{
    /// <summary>So many matches are all scored.</summary>
    private const int AllScored = 2_000;

    /// <summary>So many of a larger set are scored, more or less.</summary>
    private const double Target = 1_200;

    /// <summary>Fewer are not worth a page's depth.</summary>
    private const int TooFew = 700;

    /// <summary>Stories of the last months, which rank higher than their words do, that are scored in any case.</summary>
    private const int RecentScored = 300;

    private const int Attempts = 4;

    /// <summary>Stories with the words of a phrase that are read for it, twice.</summary>
    private const int PhrasesRead = 1_000;

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

        if (query.AllOf.Length > 0)
        {
            // Their words stand apart in most stories, each of which must be read: those with most of the words, and the newest.
            var likeliest = new MatchThreshold(query.Words, PhrasesRead);
            var threshold = $"({likeliest.Query(likeliest.Score)}) & {query.AllWords}";
            var best = await search.FindCandidates(statement, threshold, since: null, PhrasesRead, cancellationToken);
            var last = await search.FindCandidates(statement, query.AllWords, since: null, PhrasesRead, cancellationToken);
            statement.LookAt([.. best.Union(last)]);
            return true;
        }

        var candidates = await Best(statement, query, place, cancellationToken);
        if (candidates.Length >= TooFew)
        {
            statement.LookAt(candidates);
            return true;
        }

        // Filters left too few of the best: the newest fill the pages behind them.
        var newest = await search.FindCandidates(statement, threshold: null, since: null, AllScored, cancellationToken);
        statement.LookAt([.. candidates.Union(newest)]);
        return newest.Length == AllScored;
    }

    private async Task<Guid[]> Best(SearchStatement statement, AnalysedQuery query, SearchPlace place, CancellationToken cancellationToken)
    {
        var target = Target;
        Guid[] few = [];
        for (var attempt = 1; ; attempt++)
        {
            var threshold = new MatchThreshold(query.Words, target);
            var best = await search.FindCandidates(statement, threshold.Query(threshold.Score), since: null, AllScored, cancellationToken);
            // The estimate takes words for independent of one another, which they are not, and knows nothing of filters.
            if (attempt < Attempts && best.Length < TooFew && target < query.Stories)
            {
                few = best;
                target *= Math.Min(16, Target / Math.Max(best.Length, 50));
                continue;
            }

            // Between these few and those many there may be no tier: then the newest of the many make up the number.
            if (attempt < Attempts && best.Length == AllScored && few.Length == 0)
            {
                target *= .25;
                continue;
            }

            best = [.. few.Union(best)];
            if (place.Sort != SearchPlace.Best)
            {
                return best;
            }

            // What is new may score up to half as much again, of a month's age an eighth.
            var recent = await search.FindCandidates(
                statement, threshold.Query(threshold.Score / 1.35), place.Hour.AddDays(-45), RecentScored, cancellationToken);
            return [.. best.Union(recent)];
        }
    }
}
