using System.Text;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Articles;

/// <summary>
/// The statement of one list. Filters that are not asked for are left out rather than switched off: each combination is a prepared
/// statement of its own, so that a list by tag or author walks that index in order. Only constant text is joined; values are parameters.
/// </summary>
internal sealed class ArticleListStatement
{
    private readonly StringBuilder where = new("true");
    private readonly ArticleFilters filters;
    private readonly bool isDraft;
    private readonly ArticleSort sort;
    private readonly string joins;
    private readonly string key;
    private readonly string id;
    private readonly string columns;
    private string after = "";

    public ArticleListStatement(ArticleFilters filters, Filed filed, ArticleSort sort, bool isDraft, bool withBody)
    {
        this.filters = filters;
        this.isDraft = isDraft;
        this.sort = sort;
        // The rarest index that is in the list's order leads: a tag's, else an author's.
        var lead = isDraft || sort.Column != "published_at" ? null
            : filed.Tags.Count > 0 ? "published_tags" : filed.Author is not null ? "published_authors" : null;
        joins = lead is null ? "" : $"join {lead} k on k.article_id = a.id";
        key = sort.Expression(lead is null ? "a" : "k", isDraft);
        id = lead is null ? "a.id" : "k.article_id";
        columns = withBody ? $"{ArticleRow.SummaryColumns}, a.body" : ArticleRow.SummaryColumns;
        AddReferences(filed, lead);
        AddValues(filed.TimeZone);
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>The page after the cursor, with one row more than it holds.</summary>
    public string Page =>
        $"""
        select {columns}
        from {Source}
        where {where}{after}
        order by {Order}
        limit @Rows
        """;

    /// <summary>All rows, counted.</summary>
    public string Count => $"select count(*) from {Source} where {where}";

    /// <summary>All rows, counted no further than the cap.</summary>
    public string CappedCount => $"select count(*) from (select from {Source} where {where} limit {Limits.CountCap}) capped";

    private string Source => $"{(isDraft ? "working_articles" : "public_articles")} a {joins}";

    private string Order => $"{key} {sort.Direction}, {id} {sort.Direction}";

    /// <summary>Starts after a key; rows beyond the limit tell whether there is more.</summary>
    public void Continue(object? afterKey, Guid afterId, int limit)
    {
        Parameters.Add("Rows", limit + 1);
        if (afterKey is not null)
        {
            after = $"\n  and ({key}, {id}) {sort.Comparison} ({sort.After}, @AfterId)";
            Parameters.Add("AfterKey", afterKey);
            Parameters.Add("AfterId", afterId);
        }
    }

    private void AddReferences(Filed filed, string? lead)
    {
        And(filters.Publication, "a.publication_id = @PublicationId", "PublicationId", filed.PublicationId);
        And(filters.Section, "a.section_id = any(@SectionIds)", "SectionIds", filed.Sections);
        And(filters.Author, lead == "published_authors" ? "k.contributor_id = @AuthorId" : Credited, "AuthorId", filed.Author);
        for (var index = 0; index < filed.Tags.Count; index++)
        {
            And("", index == 0 && lead == "published_tags" ? "k.tag_id = @Tag0" : Tagged($"= @Tag{index}"), $"Tag{index}", filed.Tags[index]);
        }

        And(filters.TagAny, Tagged("= any(@TagsAny)"), "TagsAny", filed.TagsAny);
    }

    private void AddValues(TimeZoneInfo zone)
    {
        var (from, until, since) = filters.Times(zone);
        And(filters.Language, "(a.language = @Language or a.language like @Language || '-%')", "Language", filters.Language);
        And(filters.Genre, "a.genre = @Genre", "Genre", filters.Genre);
        And(filters.PublishedAfter, "a.published_at >= @PublishedAfter", "PublishedAfter", from);
        And(filters.PublishedBefore, "a.published_at < @PublishedBefore", "PublishedBefore", until);
        And(filters.UpdatedAfter, "a.updated_at >= @UpdatedAfter", "UpdatedAfter", since);
        And(filters.Ids, "a.id = any(@Ids)", "Ids", filters.Ids?.Split(',').Select(Guid.Parse).ToArray());
    }

    private string Credited => isDraft
        ? "@AuthorId = any(a.author_ids)"
        : "exists (select from published_authors x where x.article_id = a.id and x.contributor_id = @AuthorId)";

    private string Tagged(string comparison) => isDraft
        ? $"exists (select from unnest(a.tag_ids) x (tag_id) where x.tag_id {comparison})"
        : $"exists (select from published_tags x where x.article_id = a.id and x.tag_id {comparison})";

    private void And(object? asked, string condition, string name, object? value)
    {
        if (asked is not null and not string[] { Length: 0 })
        {
            where.Append("\n  and ").Append(condition);
            Parameters.Add(name, value);
        }
    }
}
