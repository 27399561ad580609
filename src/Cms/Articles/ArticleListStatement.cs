using System.Globalization;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Articles;

/// <summary>The statement of one list: a list by tag or author walks that index in order.</summary>
internal sealed class ArticleListStatement
{
    private readonly ArticleConditions where;
    private readonly ArticleSort sort;
    private readonly string joins;
    private readonly string key;
    private readonly string id;
    private readonly string columns;
    private string after = "";
    private string end = "";
    private string limit = "@Rows";

    public ArticleListStatement(ArticleFilters filters, Filed filed, ArticleSort sort, ArticleView view, bool withBody)
    {
        View = view;
        this.sort = sort;
        // The rarest index that is in the list's order leads: a tag's, else an author's.
        var lead = !view.IsPublic || sort.Column != "published_at" ? null
            : filed.Tags.Count > 0 ? "published_tags" : filed.Author is not null ? "published_authors" : null;
        joins = lead is null ? "" : $"join {lead} k on k.article_id = a.id";
        key = sort.Expression(lead is null ? "a" : "k", view);
        id = lead is null ? "a.id" : "k.article_id";
        var summary = view.IsPublic ? ArticleRow.UnnamedColumns : ArticleRow.SummaryColumns;
        columns = withBody ? $"{summary}, a.body" : summary;
        where = new ArticleConditions(filters, filed, Parameters, !view.IsPublic, lead);
    }

    /// <summary>The side that it reads.</summary>
    public ArticleView View { get; }

    /// <summary>Whether <see cref="End"/> must be said.</summary>
    public bool FollowsChanges => sort.FollowsChanges;

    public DynamicParameters Parameters { get; } = new();

    /// <summary>The page after the cursor, with one row more than it holds.</summary>
    public string Page =>
        $"""
        select {columns}
        from {Source}
        where {where}{end}{after}
        order by {Order}
        limit {limit}
        """;

    /// <summary>All rows, counted.</summary>
    public string Count => $"select count(*) from {Source} where {where}{end}";

    /// <summary>All rows, counted no further than the cap.</summary>
    public string CappedCount => $"select count(*) from (select from {Source} where {where}{end} limit {Limits.CountCap}) capped";

    private string Source => $"{View.Relation} a {joins}";

    private string Order => $"{key} {sort.Direction}, {id} {sort.Direction}";

    /// <summary>Ends before an instant: changes from then on could still be joined by earlier ones.</summary>
    public void End(DateTime settledUntil)
    {
        end = "\n  and a.updated_at < @SettledUntil";
        Parameters.Add("SettledUntil", settledUntil);
    }

    /// <summary>Starts after a key; rows beyond the limit tell whether there is more.</summary>
    public void Continue(object? afterKey, Guid afterId, int pageSize)
    {
        // Of a limit that is a parameter PostgreSQL expects a tenth of all rows, so that it finds the plan for the true number cheaper each time
        // and plans each page anew: right where the best plan depends on the values, but as dear as the page itself.
        if (where.AreWalk)
        {
            limit = (pageSize + 1).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            Parameters.Add("Rows", pageSize + 1);
        }

        if (afterKey is not null)
        {
            after = $"\n  and ({key}, {id}) {sort.Comparison} ({sort.After}, @AfterId)";
            Parameters.Add("AfterKey", afterKey);
            Parameters.Add("AfterId", afterId);
        }
    }
}
