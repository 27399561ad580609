using System.Globalization;
using Cms.Http;

namespace Cms.Search;

/// <summary>
/// Decides which of the matches are scored. To score one its words must be read, which takes forty microseconds; an index tells in one
/// which stories have enough of the words often enough to come into question.
/// </summary>
internal sealed class SearchPlanner(SearchStore search)
{
    /// <summary>Microseconds to read and score a story, and for each word of the query.</summary>
    private const int StoryCost = 40;
    private const int WordCost = 2;

    /// <summary>Microseconds that scoring may take; in a small archive, where it need not choose, more.</summary>
    private const int Budget = 60_000;
    private const int Patience = 600_000;

    /// <summary>So many of a larger set are scored, more or less.</summary>
    private const double Target = 600;

    /// <summary>So many at most come from one look into the index.</summary>
    private const int CandidatesMax = 1_000;

    /// <summary>So many are put in order by their dates, at three microseconds each; of more the newest are looked for month by month.</summary>
    private const int LookedAt = 8_000;

    /// <summary>Fewer are not worth a page's depth.</summary>
    private const int TooFew = 350;

    /// <summary>Stories of the last months, which rank higher than their words do, that are scored in any case.</summary>
    private const int RecentScored = 200;

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

        // But for phrases, for which every story must be read, the newest are known by their dates.
        if (!place.IsScored && query.AllOf.Length == 0)
        {
            await FindNewest(statement, query, place, cancellationToken);
            return false;
        }

        if (query.AllOf.Length > 0)
        {
            // Their words stand apart in most stories, each of which must be read: those with most of the words, and the newest.
            var likeliest = new MatchThreshold(query.Words, PhrasesRead / query.ShareLeft);
            var best = await search.FindCandidates(statement, likeliest.Query(likeliest.Score), PhrasesRead, cancellationToken);
            var last = await search.FindCandidates(statement, query.AllWords, PhrasesRead, cancellationToken);
            statement.LookAt([.. best.Union(last)]);
            return true;
        }

        IReadOnlyList<Guid> candidates = await Best(statement, query, place, cancellationToken);
        if (query.HasPhrases)
        {
            // Of phrases that are alternatives the index tells the words, which may be the commonest: the newest stories with them are read.
            var worded = await Find(statement, query.Wording, CandidatesMax, place, cancellationToken);
            candidates = [.. candidates.Union(worded)];
        }

        if (candidates.Count < TooFew)
        {
            // Filters left too few of the best: the newest fill the pages behind them.
            var widest = new MatchThreshold(query.Words, Target / query.ShareLeft).Widest();
            candidates = [.. candidates.Union(await Find(statement, widest, CandidatesMax, place, cancellationToken))];
        }

        statement.LookAt([.. candidates]);
        if (place.IsContinued && !query.HasPhrases)
        {
            statement.EndWith([.. (await Rest(statement, query, candidates.Count, place, cancellationToken)).Except(candidates)]);
        }

        return true;
    }

    /// <summary>The stories that have most of the words, as the index tells it, and the newest of those that have much.</summary>
    private async Task<Guid[]> Best(SearchStatement statement, AnalysedQuery query, SearchPlace place, CancellationToken cancellationToken)
    {
        // A single word is known by its tiers alone: twice as many must be read to have the best among them.
        var depth = query.Words.Count == 1 ? 2 : 1;
        var most = depth * CandidatesMax;
        var wanted = depth * Math.Min(Target, Scored(query, Budget) * .6);
        var enough = Math.Min(depth * TooFew, wanted / 2);
        var target = wanted / query.ShareLeft;
        var attempts = statement.IsFiltered ? Attempts - 1 : Attempts;
        MatchThreshold threshold;
        Guid[] few = [];
        Guid[] many = [];
        for (var attempt = 1; ; attempt++)
        {
            threshold = new MatchThreshold(query.Words, target);
            var best = await Find(statement, threshold.Query(threshold.Score), most, place, cancellationToken);
            // The estimate takes words for independent of one another, which they are not, and knows nothing of filters.
            (few, many) = best.Length == most ? (few, best) : (best, many);
            if (few.Length >= enough || (few.Length > 0 && many.Length > 0) || target >= query.Stories || attempt == attempts)
            {
                break;
            }

            target *= best.Length == most ? .25 : Math.Min(16, Target / Math.Max(best.Length, 25));
        }

        // Between these few and those many there may be no tier: then the newest of the many make up the number.
        var candidates = few.Length >= enough ? few : few.Union(many);
        if (place.Sort == SearchPlace.Best)
        {
            // What is new may score up to half as much again, of a month's age an eighth.
            var recent = $"({Months(place.Hour.AddDays(-45), place.Hour)}) & ({threshold.Query(threshold.Score / 1.35)})";
            candidates = candidates.Union(await search.FindCandidates(statement, recent, RecentScored, cancellationToken));
        }

        return [.. candidates];
    }

    /// <summary>The newest stories with any of the words, behind all that are scored: no walk ends for want of them.</summary>
    private async Task<Guid[]> Rest(SearchStatement statement, AnalysedQuery query, int found, SearchPlace place, CancellationToken cancellationToken)
    {
        var wanted = Limits.SearchResults + found;
        var some = new MatchThreshold(query.Words, 4 * wanted / query.ShareLeft);
        var newest = await Find(statement, some.Query(some.Score), wanted, place, cancellationToken);
        return newest.Length == wanted ? newest : await Find(statement, query.Query, wanted, place, cancellationToken);
    }

    /// <summary>Looks for the newest matches among those of the last months, and at all only where those months have too few.</summary>
    private async Task FindNewest(SearchStatement statement, AnalysedQuery query, SearchPlace place, CancellationToken cancellationToken)
    {
        if (query.ShareAtLeast >= MostMatch && !statement.IsFiltered)
        {
            statement.WalkDates();
            return;
        }

        if (query.MatchesAtMost > Limits.SearchResults
            && await FindRecent(statement, query.Query, Limits.SearchResults, place, cancellationToken) is { } newest)
        {
            statement.LookAt(newest);
        }
    }

    /// <summary>The newest stories that an index of words finds; of very many without reading the dates of all.</summary>
    private async Task<Guid[]> Find(SearchStatement statement, string threshold, int limit, SearchPlace place, CancellationToken cancellationToken)
    {
        if (await search.FindFewCandidates(statement, threshold, limit, LookedAt, cancellationToken) is { } few)
        {
            return few;
        }

        var recent = statement.LacksRecent ? null : await FindRecent(statement, threshold, limit, place, cancellationToken);
        statement.LacksRecent |= recent is null;
        return recent ?? await search.FindCandidates(statement, threshold, limit, cancellationToken);
    }

    /// <summary>The newest stories, looked for in the last months; null where those have too few.</summary>
    private async Task<Guid[]?> FindRecent(
        SearchStatement statement, string threshold, int limit, SearchPlace place, CancellationToken cancellationToken)
    {
        for (var months = 2; months <= 32; months *= 4)
        {
            var recent = $"({Months(place.Hour.AddMonths(-months), place.Hour)}) & ({threshold})";
            var newest = await search.FindCandidates(statement, recent, limit, cancellationToken);
            if (newest.Length == limit)
            {
                return newest;
            }
        }

        return null;
    }

    private static int Scored(AnalysedQuery query, int budget) => budget / (StoryCost + (WordCost * query.Words.Count));

    /// <summary>The months from this day to a year after that hour, as stories have them among their words: some are dated ahead.</summary>
    private static string Months(DateTime from, DateTime hour) => string.Join(" | ", Enumerable.Range(0, 64)
        .Select(month => from.AddDays(1 - from.Day).AddMonths(month))
        .TakeWhile(month => month <= hour.AddMonths(12))
        .Select(month => string.Create(CultureInfo.InvariantCulture, $"'=m{month:yyyyMM}'")));
}
