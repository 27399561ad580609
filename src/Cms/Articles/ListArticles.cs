using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles;

/// <summary>How a list of articles is asked for.</summary>
internal sealed record ListArticlesQuery : ArticleFilters
{
    /// <summary>
    /// The order: a minus means newest first; `headline` is alphabetical in every script. Ties go by id. `updatedAt` is for following changes:
    /// it shows a change once no earlier one is still being stored, so that a walk from the last `updatedAt` seen misses none. Without `sort`
    /// the trash shows first what was deleted last.
    /// </summary>
    [AllowedValues("-publishedAt", "publishedAt", "-updatedAt", "updatedAt", "headline"), DefaultValue(ArticleSort.Default)]
    public string? Sort { get; init; }

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, with the same filters and sort.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }

    /// <summary>`exact` counts all articles of the list; `estimated` stops at 1,001.</summary>
    [AllowedValues("exact", "estimated")]
    public string? Count { get; init; }

    /// <summary>`body` adds the body to each article; the others fill `included`.</summary>
    [CommaList("authors", "body", "publication", "section")]
    public string? Include { get; init; }

    /// <summary>`draft` lists the newsroom's working copies, `trash` those in the trash; they need the scope `articles:read-drafts`.</summary>
    [AllowedValues(ArticleView.DraftName, ArticleView.TrashName)]
    public string? View { get; init; }
}

/// <summary>Lists articles.</summary>
internal static class ListArticles
{
    /// <summary>List articles</summary>
    /// <remarks>
    /// Published articles, newest first unless `sort` says otherwise; with the scope `articles:read-drafts` and `view=draft` the working
    /// copies instead, with `view=trash` those in the trash. Pages continue by `cursor`. A reference that does not exist gives an empty page.
    /// </remarks>
    public static async Task<Results<Answer<ArticleList>, InvalidCursor>> Handle(
        [AsParameters] ListArticlesQuery query,
        HttpRequest request,
        ArticleStore articles,
        ReferenceStore references,
        IncludedStore included,
        CancellationToken cancellationToken)
    {
        var view = ArticleView.Of(query.View);
        var sort = ArticleSort.Of(query.Sort, query.Ids, view);
        var scope = query.Scope(sort.Name, query.View);
        if (!TryResume(query.Cursor, scope, sort, out var key, out var id))
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var include = query.Include?.Split(',') ?? [];
        var filed = await references.Resolve(query.ToReferences(), !view.IsPublic, cancellationToken);
        var statement = new ArticleListStatement(query, filed, sort, view, include.Contains("body"));
        statement.Continue(key, id, limit);
        if (statement.FollowsChanges)
        {
            statement.End(await articles.SettledUntil(view, cancellationToken));
        }

        var rows = filed.IsUnknown ? [] : await articles.List(statement, cancellationToken);
        var total = query.Count is null ? null
            : Total.Of(
                filed.IsUnknown ? 0 : await articles.Count(statement, query.Count is "estimated", cancellationToken),
                query.Count is "estimated");
        var (kept, page) = Paging.Cut(rows, limit, total, row => new Cursor(scope, sort.KeyOf(row), row.Id));
        var list = new ArticleList
        {
            Data = [.. kept.Select(row => new ArticleSummary(row))],
            Page = page,
            Included = await included.Read(ArticleIncludes.Of(kept, include), !view.IsPublic, cancellationToken),
        };
        return new Answer<ArticleList>(list)
        {
            SurrogateKeys = kept.Select(row => row.Id).Concat(filed.Ids),
            NextPage = Paging.NextQuery(request, page),
            // What has settled grows with the clock.
            Period = statement.FollowsChanges ? TimeSpan.FromSeconds(1) : null,
        };
    }

    private static bool TryResume(string? cursor, string scope, ArticleSort sort, out object? key, out Guid id)
    {
        key = null;
        id = default;
        if (cursor is null)
        {
            return true;
        }

        var resumed = Cursor.Decode(cursor, scope);
        key = resumed is null ? null : sort.Parse(resumed.Key);
        id = resumed?.Id ?? default;
        return key is not null;
    }
}
