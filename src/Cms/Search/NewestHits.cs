using Cms.Articles;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>Finds the newest of the stories that words match, not the best: what a feed of a search is made of.</summary>
internal sealed class NewestHits(SearchStore search, TimeProvider clock)
{
    /// <summary>The stories with their bodies, newest first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> Find(
        string words, ArticleFilters filters, Filed filed, int limit, CancellationToken cancellationToken)
    {
        if (await search.Analyse(SearchWords.Read(words), filters.Language, cancellationToken) is not { } analysed)
        {
            return [];
        }

        var statement = new SearchStatement(filters, filed, analysed, SearchPlace.Start(SearchPlace.Newest, clock.GetUtcNow().UtcDateTime));
        var hits = (await search.Find(statement, limit, cancellationToken)).Take(limit).Select(hit => hit.Id).ToArray();
        var rows = await search.Read(hits, withBody: true, cancellationToken);
        return [.. hits.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
