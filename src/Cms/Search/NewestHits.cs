using Cms.Articles;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>Finds the newest of the stories that words match, not the best: what a feed of a search is made of.</summary>
internal sealed class NewestHits(AnalysisStore analysis, FilterStore narrowing, SearchPlanner planner, SearchStore search, TimeProvider clock)
{
    /// <summary>The stories with their bodies, newest first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> Find(
        string words, ArticleFilters filters, Filed filed, int limit, CancellationToken cancellationToken)
    {
        var asked = await analysis.Analyse(SearchWords.Read(words), filters.Language, cancellationToken);
        if (await narrowing.Narrow(asked, filters, filed, cancellationToken) is not { } analysed)
        {
            return [];
        }

        var place = SearchPlace.Start(SearchPlace.Newest, clock.GetUtcNow().UtcDateTime);
        var statement = new SearchStatement(filters, filed, analysed, place);
        await planner.Plan(statement, analysed, place, cancellationToken);
        var hits = (await search.Find(statement, limit, weights: null, cancellationToken)).Take(limit).Select(hit => hit.Id).ToArray();
        var rows = await search.Read(hits, withBody: true, cancellationToken);
        return [.. hits.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
