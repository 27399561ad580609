using Cms.Data;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>Counts how all hits of a search spread, each facet within all filters, all facets in one statement.</summary>
internal sealed class FacetStore(Database database)
{
    /// <summary>
    /// The values of each facet with their labels and numbers; names are joined to what is counted. A value counts what its filter
    /// finds: `ar` counts `ar-EG` too.
    /// A slug is one only where a filter looks slugs up.
    /// </summary>
    private static readonly Dictionary<string, string> Selections = new()
    {
        ["section"] =
            """
            select 'section', case when s.publication_id = home.id then s.slug else s.id::text end, s.name, n.count
            from (
                select w.ancestor_id as id, sum(h.count)::bigint as count
                from (select section_id, count(*) from hits group by section_id) h
                join within w on w.section_id = h.section_id
                group by w.ancestor_id
            ) n
            join public_sections s on s.id = n.id
            cross join home
            """,
        ["author"] = Terms("author", "author_ids", "contributor"),
        ["tag"] = Terms("tag", "tag_ids", "tag"),
        ["publication"] =
            """
            select 'publication', p.slug, p.name, n.count
            from (select publication_id, count(*) from hits group by publication_id) n
            join publications p on p.id = n.publication_id
            """,
        ["language"] =
            """
            select 'language', tag, tag, sum(n.count)::bigint
            from (select language, count(*) from hits group by language) n
            cross join lateral (select distinct unnest(array[n.language, split_part(n.language, '-', 1)])) x (tag)
            group by tag
            """,
        ["year"] =
            """
            select 'year', n.year::text, n.year::text, n.count
            from (
                select date_part('year', h.published_at at time zone p.time_zone)::integer as year, count(*)
                from hits h
                join publications p on p.id = h.publication_id
                group by year
            ) n
            """,
    };

    /// <summary>What of a hit each facet is counted by.</summary>
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["section"] = ["a.section_id"],
        ["author"] = ["a.author_ids"],
        ["tag"] = ["a.tag_ids"],
        ["publication"] = ["a.publication_id"],
        ["language"] = ["a.language"],
        ["year"] = ["a.published_at", "a.publication_id"],
    };

    /// <summary>The number of hits, without a value, and the most frequent values of each facet; from a sample all of it is estimated.</summary>
    public async Task<IReadOnlyList<FacetRow>> Count(
        SearchStatement statement, bool isSampled, Filed filed, string[] facets, CancellationToken cancellationToken)
    {
        statement.Parameters.Add("Home", filed.PublicationId);
        statement.Parameters.Add("Factor", isSampled ? Census.SampleFactor : 1);
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<FacetRow>(new CommandDefinition(
            $"""
            with recursive hits as materialized (
                select a.id, {string.Join(", ", facets.SelectMany(facet => Columns[facet]).Distinct())}
                from {(isSampled ? statement.SampledHits : statement.Hits)}
            ),
            home as (
                select id
                from publications
                where case when @Home::uuid is null then is_default else id = @Home end
            ),
            within as (
                select id as section_id, current_id as ancestor_id
                from public_section_aliases
                union
                select w.section_id, s.parent_id
                from within w
                join public_sections s on s.id = w.ancestor_id
                where s.parent_id is not null
            ),
            spread (facet, value, label, count) as (
                select '{FacetRow.All}', '', '', count(*) from hits
                union all
                {string.Join("\nunion all\n", Selections.Where(selection => facets.Contains(selection.Key)).Select(selection => selection.Value))}
            ),
            ranked as (
                select facet, value, label, count, row_number() over (partition by facet order by count desc, value) as rank
                from spread
            )
            select facet, value, label, count * @Factor as count
            from ranked
            where rank <= {Limits.FacetValues}
            order by facet, rank
            """,
            statement.Parameters,
            cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>
    /// By what stories are filed under many of: the ids as they were filed, and those that were merged counted anew where a story may have two that
    /// are one by now.
    /// </summary>
    private static string Terms(string facet, string column, string kind) =>
        $"""
        select '{facet}', case when t.publication_id = home.id then t.slug else t.id::text end, t.name, n.count
        from (
            with filed as (
                select a.id, a.current_id, f.count
                from (select x.id, count(*) from (select unnest(h.{column}) as id from hits h) x group by x.id) f
                join public_{kind}_aliases a on a.id = f.id
            ),
            merged as (
                select id, current_id
                from filed
                where current_id in (select current_id from filed group by current_id having count(*) > 1)
            )
            select current_id as id, count
            from filed
            where current_id not in (select current_id from merged)
            union all
            select m.current_id, count(distinct h.id)
            from hits h
            cross join unnest(h.{column}) x (id)
            join merged m on m.id = x.id
            group by m.current_id
        ) n
        join public_{kind}s t on t.id = n.id
        cross join home
        """;
}
