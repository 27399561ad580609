using System.Globalization;
using Cms.Http;
using Cms.Http.Pages;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>
/// The statement of one list. By name, only the stories of the page's rows are counted; by count, those of all rows are, in one pass.
/// </summary>
internal sealed class TaxonomyListStatement<TRow>(TaxonomyRelation<TRow> relation, TaxonomyListQuery query) where TRow : TaxonomyRow
{
    private readonly bool isByCount = query.Sort is TaxonomyListQuery.ByArticleCount;
    private readonly string scope = query.Scope(relation.Name);
    private readonly TaxonomyFilters filters = FiltersOf(query);
    private string after = "";

    public DynamicParameters Parameters => filters.Parameters;

    /// <summary>The page after the cursor, with one row more than it holds.</summary>
    public string Page =>
        $"""
        select {TaxonomyStore.All(relation)},
            {(isByCount ? Key : $"({relation.Count})")} as article_count
        from {Source}
        where {filters.Where}{after}
        order by {Key} {Direction}, f.id {Direction}
        limit @Rows
        """;

    /// <summary>All rows, counted.</summary>
    public string Count => $"select count(*) from {relation.View} f where {filters.Where}";

    /// <summary>All rows, counted no further than the cap.</summary>
    public string CappedCount => $"select count(*) from (select from {relation.View} f where {filters.Where} limit {Limits.CountCap}) capped";

    private string Source => isByCount ? $"{relation.View} f\nleft join ({relation.Counts}) n on n.id = f.id" : $"{relation.View} f";

    private string Key => isByCount ? "coalesce(n.stories, 0)" : "f.name collate \"und-x-icu\"";

    private string Direction => isByCount ? "desc" : "asc";

    /// <summary>Starts after the cursor; false when it is not one of this list.</summary>
    public bool TryContinue(string? cursor, int limit)
    {
        Parameters.Add("Rows", limit + 1);
        if (cursor is null)
        {
            return true;
        }

        if (Cursor.Decode(cursor, scope) is not { } resumed || Parse(resumed.Key) is not { } key)
        {
            return false;
        }

        after = $"\n  and ({Key}, f.id) {(isByCount ? "<" : ">")} (@AfterKey, @AfterId)";
        Parameters.Add("AfterKey", key);
        Parameters.Add("AfterId", resumed.Id);
        return true;
    }

    /// <summary>Where a page that ends with this row ends.</summary>
    public Cursor CursorOf(TRow row) => new(scope, isByCount ? row.ArticleCount.ToString(CultureInfo.InvariantCulture) : row.Name, row.Id);

    private object? Parse(string key) =>
        !isByCount ? key : long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TaxonomyFilters FiltersOf(TaxonomyListQuery query)
    {
        var filters = new TaxonomyFilters();
        query.Narrow(filters);
        return filters;
    }
}
