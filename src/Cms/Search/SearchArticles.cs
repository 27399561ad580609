using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Articles;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Search;

/// <summary>What is searched for.</summary>
internal sealed record SearchArticlesQuery : ArticleFilters
{
    /// <summary>Words, of which a story has any; "phrases", which it has all; -words, of which it has none. `OR` joins alternatives.</summary>
    [MaxLength(Limits.QueryLength)]
    public string? Q { get; init; }

    /// <summary>`best` is relevance with an advantage for new stories; without words to look for the list goes by date.</summary>
    [AllowedValues(SearchPlace.Best, SearchPlace.Relevance, SearchPlace.Newest), DefaultValue(SearchPlace.Best)]
    public string? Sort { get; init; }

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, with the same query, filters and sort.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }

    /// <summary>`exact` counts all hits; `estimated` stops at 1,001.</summary>
    [AllowedValues("exact", "estimated")]
    public string? Count { get; init; }

    /// <summary>`body` adds the body to each article; the others fill `included`.</summary>
    [CommaList("authors", "body", "publication", "section")]
    public string? Include { get; init; }

    /// <summary>What to count the hits by.</summary>
    [CommaList("section", "author", "tag", "publication", "language", "year")]
    public string? Facet { get; init; }

    /// <summary>`true` searches for misspelt words as they are.</summary>
    [DefaultValue(false)]
    public bool? Exact { get; init; }

    /// <summary>`false` leaves the highlights out.</summary>
    [DefaultValue(true)]
    public bool? Highlight { get; init; }

    /// <summary>`true` shows how each score came about.</summary>
    [DefaultValue(false)]
    public bool? Explain { get; init; }

    /// <summary>`true` shows one of the hits that tell the same story, with the others under `sameStory`.</summary>
    [DefaultValue(false)]
    public bool? Cluster { get; init; }
}

/// <summary>Searches articles.</summary>
internal static class SearchArticles
{
    /// <summary>Search articles</summary>
    /// <remarks>
    /// Published articles that have any of the words of `q`, every quoted phrase and no `-word`, best first; without `q` all that the
    /// filters leave, newest first. Words match by their stem, in English and Arabic wherever they stand, and names however they are spelt.
    /// A misspelt word, which no story has, is mended and `query.correctedTo` says so; `query.empty` tells why nothing was found. Among very
    /// many matches those are scored that can come first; their number and facets are estimated from a sample. A walk ends after 1,000 hits.
    /// </remarks>
    public static async Task<Results<Answer<SearchResults>, InvalidCursor>> Handle(
        [AsParameters] SearchArticlesQuery query,
        HttpRequest request,
        QueryReader reader,
        FilterStore narrowing,
        SearchStore search,
        HitFinder finder,
        Census census,
        FacetStore facets,
        Highlighter highlighter,
        EmptyResultReader emptiness,
        ReferenceStore references,
        IncludedStore included,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var read = await reader.Read(query.Q, query.Language, query.Exact is true, cancellationToken);
        var sort = read.Analysed is { IsNegative: false } ? query.Sort ?? SearchPlace.Best : SearchPlace.Newest;
        var scope = query.Scope("search", query.Q, query.Sort, query.Exact is true ? "exact" : null, query.Cluster is true ? "cluster" : null);
        var start = SearchPlace.Start(sort, clock.GetUtcNow().UtcDateTime);
        if ((query.Cursor is null ? start : start.Continue(query.Cursor, scope)) is not { } place)
        {
            return new InvalidCursor();
        }

        var filed = await references.Resolve(query.ToReferences(), isDraft: false, cancellationToken);
        var analysed = await narrowing.Narrow(read.Analysed, query, filed, cancellationToken);
        var isEmpty = filed.IsUnknown || (query.Q is not null && analysed is null);
        var isGrouped = query.Cluster is true;
        var statement = new SearchStatement(query, filed, analysed, isGrouped ? place.FromStart() : place);
        var weights = place.IsScored ? WordWeights.Of(analysed!) : null;
        weights = weights?.Decode(place.Weights) ?? weights;
        var limit = query.Limit ?? Limits.PageSizeDefault;

        // Hits are counted while the best are found.
        var finding = isEmpty
            ? Task.FromResult(FoundHits.None)
            : finder.Find(statement, analysed, place, isGrouped, limit, weights, cancellationToken);
        var counted = isEmpty ? null : new SearchStatement(query, filed, analysed, place);
        var counting = census.Take(counted, analysed, filed, query.Count, query.Facet?.Split(','), cancellationToken);
        await Task.WhenAll(finding, counting);
        var (found, isPartial) = await finding;
        var counts = await counting;
        var (shown, page) = Paging.Cut(found, limit, counts.Total, group => place.After(group.Hit, weights, scope));
        var hits = shown.Select(group => group.Hit).ToList();
        var include = query.Include?.Split(',') ?? [];
        var rows = await search.Read([.. hits.Select(hit => hit.Id)], include.Contains("body"), cancellationToken);
        var same = await search.ReadSameStories([.. shown.SelectMany(group => group.Others)], cancellationToken);
        string[] wordsToMark = query.Highlight is false || analysed is null ? [] : [.. analysed.Words.Select(word => word.Word)];
        var marked = await highlighter.Mark(rows.Values, wordsToMark, cancellationToken);
        var explained = query.Explain is true && weights is not null && hits.Count > 0
            ? await search.Explain(statement, [.. hits.Where(hit => hit.Score > 0).Select(hit => hit.Id)], analysed!, weights, cancellationToken)
            : null;
        var isNothing = hits.Count == 0 && !place.IsContinued;
        var empty = isNothing ? await emptiness.Explain(query, read, place, cancellationToken) : null;

        var results = new SearchResults
        {
            Data = [.. shown.Where(group => rows.ContainsKey(group.Hit.Id)).Select(group => new SearchHit
            {
                Article = new ArticleSummary(rows[group.Hit.Id]),
                Score = (double?)group.Hit.Score,
                Highlights = marked.GetValueOrDefault(group.Hit.Id, Highlights.None),
                Explanation = explained?.GetValueOrDefault(group.Hit.Id),
                SameStory = [.. group.Others.Where(same.ContainsKey).Select(id => same[id])],
            })],
            Facets = Facets.Of(counts.Spread),
            Page = page,
            Included = await included.Read(ArticleIncludes.Of([.. rows.Values], include), isDraft: false, cancellationToken),
            Query = new UnderstoodQuery
            {
                Text = query.Q,
                CorrectedTo = read.CorrectedTo,
                Approximate = isPartial || counts.IsSampled || analysed is { HasUnscored: true },
                Empty = empty,
            },
        };
        return new Answer<SearchResults>(results)
        {
            SurrogateKeys = hits.Select(hit => hit.Id).Concat(filed.Ids),
            NextPage = Paging.NextQuery(request, page),
            // Scores and cursors are of the hour in which a walk begins.
            Period = query.Cursor is null ? TimeSpan.FromHours(1) : null,
        };
    }
}
