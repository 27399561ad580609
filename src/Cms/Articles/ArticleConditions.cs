using System.Text;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Articles;

/// <summary>
/// What filters ask of an article, as conditions over the alias `a`. Those that are not asked for are left out rather than switched off:
/// each combination is a prepared statement of its own. Only constant text is joined; values are parameters.
/// </summary>
internal sealed class ArticleConditions
{
    private readonly StringBuilder where = new("true");
    private readonly ArticleFilters filters;
    private readonly DynamicParameters parameters;
    private readonly bool isDraft;

    /// <param name="filters">What is asked.</param>
    /// <param name="filed">What its references are.</param>
    /// <param name="parameters">Takes the values.</param>
    /// <param name="isDraft">Whether the rows are working copies.</param>
    /// <param name="lead">The join table under the alias `k` whose own column takes the condition; null when there is none.</param>
    public ArticleConditions(ArticleFilters filters, Filed filed, DynamicParameters parameters, bool isDraft, string? lead = null)
    {
        this.filters = filters;
        this.parameters = parameters;
        this.isDraft = isDraft;
        AddReferences(filed, lead);
        // The join table carries the date too, in the order that the list is walked in.
        AddValues(filed.TimeZone, lead is null ? "a" : "k");
    }

    /// <summary>True when nothing narrows but the lead's own column: the best plan is then the same for all values.</summary>
    public bool AreWalk { get; private set; } = true;

    public override string ToString() => where.ToString();

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

    private void AddValues(TimeZoneInfo zone, string dated)
    {
        var (from, until, since) = filters.Times(zone);
        And(
            filters.Language,
            "(lower(a.language) = lower(@Language) or lower(a.language) like lower(@Language) || '-%')",
            "Language",
            filters.Language);
        And(filters.Genre, "a.genre = @Genre", "Genre", filters.Genre);
        And(filters.PublishedAfter, $"{dated}.published_at >= @PublishedAfter", "PublishedAfter", from);
        And(filters.PublishedBefore, $"{dated}.published_at < @PublishedBefore", "PublishedBefore", until);
        And(filters.UpdatedAfter, "a.updated_at >= @UpdatedAfter", "UpdatedAfter", since);
        And(filters.Ids, "a.id = any(@Ids)", "Ids", filters.Ids?.Split(',').Select(Guid.Parse).ToArray());
    }

    private string Credited => isDraft
        ? "a.author_ids && array(select x.id from contributors x where x.id = @AuthorId or x.merged_into = @AuthorId)"
        : "exists (select from published_authors x where x.article_id = a.id and x.contributor_id = @AuthorId)";

    private string Tagged(string comparison) => isDraft
        ? $"a.tag_ids && array(select x.id from tags x where x.id {comparison} or x.merged_into {comparison})"
        : $"exists (select from published_tags x where x.article_id = a.id and x.tag_id {comparison})";

    private void And(object? asked, string condition, string name, object? value)
    {
        if (asked is not null and not string[] { Length: 0 })
        {
            AreWalk &= condition.StartsWith("k.", StringComparison.Ordinal) && !condition.Contains("published_at", StringComparison.Ordinal);
            where.Append("\n  and ").Append(condition);
            parameters.Add(name, value);
        }
    }
}
