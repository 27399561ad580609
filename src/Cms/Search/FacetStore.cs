using Cms.Data;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>Counts how all hits of a search spread, each facet within all filters, all facets in one statement.</summary>
internal sealed class FacetStore(Database database)
{
    /// <summary>
    /// The columns of each facet: value, label and hit. A value counts what its filter finds: `ar` counts `ar-EG` too.
    /// A slug is one only where a filter looks slugs up.
    /// </summary>
    private static readonly Dictionary<string, string> Selections = new()
    {
        ["section"] =
            """
            select 'section', case when s.publication_id = home.id then s.slug else s.id::text end, s.name, h.id
            from hits h
            join within w on w.section_id = h.section_id
            join public_sections s on s.id = w.ancestor_id
            cross join home
            """,
        ["author"] =
            """
            select 'author', case when c.publication_id = home.id then c.slug else c.id::text end, c.name, h.id
            from hits h
            join published_authors x on x.article_id = h.id
            join public_contributors c on c.id = x.contributor_id
            cross join home
            """,
        ["tag"] =
            """
            select 'tag', case when t.publication_id = home.id then t.slug else t.id::text end, t.name, h.id
            from hits h
            join published_tags x on x.article_id = h.id
            join public_tags t on t.id = x.tag_id
            cross join home
            """,
        ["publication"] =
            """
            select 'publication', p.slug, p.name, h.id
            from hits h
            join publications p on p.id = h.publication_id
            """,
        ["language"] =
            """
            select distinct 'language', tag, tag, h.id
            from hits h
            cross join unnest(array[h.language, split_part(h.language, '-', 1)]) tag
            """,
        ["year"] =
            """
            select 'year', to_char(h.published_at at time zone p.time_zone, 'YYYY'), to_char(h.published_at at time zone p.time_zone, 'YYYY'), h.id
            from hits h
            join publications p on p.id = h.publication_id
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
            spread (facet, value, label, id) as (
                {string.Join("\nunion all\n", Selections.Where(selection => facets.Contains(selection.Key)).Select(selection => selection.Value))}
            ),
            ranked as (
                select
                    facet, value, min(label) as label, count(*) as count,
                    row_number() over (partition by facet order by count(*) desc, value) as rank
                from spread
                group by facet, value
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
