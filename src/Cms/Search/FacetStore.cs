using Cms.Data;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>Counts how all hits of a search spread, each facet within all filters, all facets in one statement.</summary>
internal sealed class FacetStore(Database database)
{
    /// <summary>
    /// The values of each facet with their labels and numbers; names are joined to what is counted. A value counts what its filter finds: `ar` counts `ar-EG` too.
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
        ["author"] =
            """
            select 'author', case when c.publication_id = home.id then c.slug else c.id::text end, c.name, n.count
            from (
                select x.contributor_id as id, count(*)
                from hits h
                join published_authors x on x.article_id = h.id
                group by x.contributor_id
            ) n
            join public_contributors c on c.id = n.id
            cross join home
            """,
        ["tag"] =
            """
            select 'tag', case when t.publication_id = home.id then t.slug else t.id::text end, t.name, n.count
            from (
                select x.tag_id as id, count(*)
                from hits h
                join published_tags x on x.article_id = h.id
                group by x.tag_id
            ) n
            join public_tags t on t.id = n.id
            cross join home
            """,
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

    /// <summary>The most frequent values of each facet; from a sample the numbers are estimates.</summary>
    public async Task<IEnumerable<FacetRow>> Count(
        SearchStatement statement, bool isSampled, Filed filed, IEnumerable<string> facets, CancellationToken cancellationToken)
    {
        statement.Parameters.Add("Home", filed.PublicationId);
        statement.Parameters.Add("Factor", isSampled ? Census.SampleFactor : 1);
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<FacetRow>(new CommandDefinition(
            $"""
            with recursive hits as materialized (
                select a.id, a.publication_id, a.section_id, a.language, a.published_at
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
    }
}
