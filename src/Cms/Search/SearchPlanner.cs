using System.Globalization;

namespace Cms.Search;

/// <summary>
/// Decides which of the matches are scored. To score one its words must be read, which takes sixteen microseconds; an index tells in one
/// which stories have enough of the words often enough to come into question.
/// </summary>
internal sealed class SearchPlanner(SearchStore search)
{
    /// <summary>Microseconds to read and score a story, and for each word of the query.</summary>
    private const int StoryCost = 16;
    private const int WordCost = 3;

    /// <summary>Microseconds that scoring may take; in a small archive, where it need not choose, more.</summary>
    private const int Budget = 50_000;
    private const int Patience = 250_000;
    private const int AllScoredMax = 2_000;

    /// <summary>So many of a larger set are scored, more or less.</summary>
    private const double Target = 1_200;

    /// <summary>Fewer are not worth a page's depth.</summary>
    private const int TooFew = 700;

    /// <summary>Stories of the last months, which rank higher than their words do, that are scored in any case.</summary>
    private const int RecentScored = 300;

    private const int Attempts = 3;

    /// <summary>Where so many of all stories match, looking through the newest is cheaper than putting all in order.</summary>
    private const double MostMatch = .4;

    /// <summary>Stories with the words of a phrase that are read for it, twice.</summary>
    private const int PhrasesRead = 1_000;

    /// <summary>Names the matches to be looked at where those are not all; answers whether there are others.</summary>
    public async Task<bool> Plan(SearchStatement statement, AnalysedQuery? query, SearchPlace place, CancellationToken cancellationToken)
    {
        if (query is null or { IsNegative: true } || query.MatchesAtMost <= (query.IsCounted ? Scored(query, Patience) : Scored(query, Budget)))
        {
            return false;
        }

        // By date all matches are put in order, but for phrases, for which every story must be read.
        if (!place.IsScored && query.AllOf.Length == 0)
        {
            statement.WalkDates(query.ShareAtLeast >= MostMatch);
            return false;
        }

        if (query.AllOf.Length > 0)
        {
            // Their words stand apart in most stories, each of which must be read: those with most of the words, and the newest.
            var likeliest = new MatchThreshold(query.Words, PhrasesRead);
            var threshold = $"({likeliest.Query(likeliest.Score)}) & {query.AllWords}";
            var best = await search.FindCandidates(statement, threshold, PhrasesRead, cancellationToken);
            var last = await search.FindCandidates(statement, query.AllWords, PhrasesRead, cancellationToken);
            statement.LookAt([.. best.Union(last)]);
            return true;
        }

        var candidates = await Best(statement, query, place, cancellationToken);
        if (query.HasPhrases)
        {
            // Of phrases that are alternatives the index tells the words, which may be the commonest: the newest stories with them are read.
            var worded = await search.FindCandidates(statement, query.Wording, Scored(query, Budget), cancellationToken);
            candidates = [.. candidates.Union(worded)];
        }

        if (candidates.Length >= Math.Min(TooFew, Scored(query, Budget) / 2))
        {
            statement.LookAt(candidates);
            return true;
        }

        // Filters left too few of the best: the newest fill the pages behind them.
        var widest = new MatchThreshold(query.Words, Target).Widest();
        var newest = await search.FindCandidates(statement, widest, Scored(query, Budget), cancellationToken);
        statement.LookAt([.. candidates.Union(newest)]);
        return true;
    }

    private async Task<Guid[]> Best(SearchStatement statement, AnalysedQuery query, SearchPlace place, CancellationToken cancellationToken)
    {
        var allScored = Scored(query, Budget);
        var target = Math.Min(Target, allScored * .6);
        var attempts = statement.IsFiltered ? Attempts - 1 : Attempts;
        MatchThreshold threshold;
        Guid[] few = [];
        Guid[] many = [];
        for (var attempt = 1; ; attempt++)
        {
            threshold = new MatchThreshold(query.Words, target);
            var best = await search.FindCandidates(statement, threshold.Query(threshold.Score), allScored, cancellationToken);
            // The estimate takes words for independent of one another, which they are not, and knows nothing of filters.
            (few, many) = best.Length == allScored ? (few, best) : (best, many);
            var isEnough = few.Length >= Math.Min(TooFew, allScored / 2) || (few.Length > 0 && many.Length > 0) || target >= query.Stories;
            if (isEnough || attempt == attempts)
            {
                break;
            }

            target *= best.Length == allScored ? .25 : Math.Min(16, Target / Math.Max(best.Length, 50));
        }

        // Between these few and those many there may be no tier: then the newest of the many make up the number.
        var candidates = few.Length >= Math.Min(TooFew, allScored / 2) ? few : few.Union(many);
        if (place.Sort == SearchPlace.Best)
        {
            // What is new may score up to half as much again, of a month's age an eighth.
            var recent = $"({Months(place.Hour)}) & ({threshold.Query(threshold.Score / 1.35)})";
            candidates = candidates.Union(await search.FindCandidates(statement, recent, RecentScored, cancellationToken));
        }

        return [.. candidates];
    }

    private static int Scored(AnalysedQuery query, int budget) =>
        Math.Min(budget / (StoryCost + (WordCost * query.Words.Count)), query.IsCounted ? int.MaxValue : AllScoredMax);

    /// <summary>The months from 45 days ago to the next, as stories have them among their words.</summary>
    private static string Months(DateTime hour) => string.Join(" | ", Enumerable.Range(0, 4)
        .Select(month => hour.AddDays(-45).AddDays(1 - hour.AddDays(-45).Day).AddMonths(month))
        .Where(month => month <= hour.AddMonths(1))
        .Select(month => string.Create(CultureInfo.InvariantCulture, $"'=m{month:yyyyMM}'")));
}
