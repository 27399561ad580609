using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Counts, per office, day and name, the public stories whose page prints it: what the masthead's history is reckoned from.</summary>
internal static class MastheadEvidence
{
    /// <summary>Counts what the newest revisions of these stories print, at their date in the publication's zone.</summary>
    public static Task Add(NpgsqlConnection connection, Guid[] articleIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into masthead_evidence (publication_id, role, printed_on, name, stories)
            select
                a.publication_id,
                m ->> 'role',
                (coalesce(r.published_at, a.first_published_at) at time zone u.time_zone)::date,
                m ->> 'name',
                count(distinct a.id)
            from articles a
            join publications u on u.id = a.publication_id
            join revisions r on r.article_id = a.id and r.number = a.revision
            cross join json_array_elements(r.masthead) m
            where a.id = any(@articleIds)
            group by 1, 2, 3, 4
            -- In the order of the keys, so that two writers wait for each other but never in a circle.
            order by 1, 2, 3, 4
            on conflict (publication_id, role, printed_on, name) do update
            set stories = masthead_evidence.stories + excluded.stories
            """,
            new { articleIds },
            cancellationToken: cancellationToken));

    /// <summary>Takes back what was counted for these stories as they are public now; before they are projected anew or taken down.</summary>
    public static Task Remove(NpgsqlConnection connection, Guid[] articleIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with gone as (
                select
                    p.publication_id,
                    m ->> 'role' as role,
                    (p.published_at at time zone u.time_zone)::date as printed_on,
                    m ->> 'name' as name,
                    count(distinct p.article_id) as stories
                from published_articles p
                join publications u on u.id = p.publication_id
                join revisions r on r.article_id = p.article_id and r.number = p.revision
                cross join json_array_elements(r.masthead) m
                where p.article_id = any(@articleIds)
                group by 1, 2, 3, 4
            ),
            locked as (
                select e.publication_id, e.role, e.printed_on, e.name, g.stories
                from masthead_evidence e
                join gone g using (publication_id, role, printed_on, name)
                order by 1, 2, 3, 4
                for update of e
            ),
            emptied as (
                delete from masthead_evidence e
                using locked l
                where (e.publication_id, e.role, e.printed_on, e.name) = (l.publication_id, l.role, l.printed_on, l.name)
                  and e.stories <= l.stories
            )
            update masthead_evidence e
            set stories = e.stories - l.stories
            from locked l
            where (e.publication_id, e.role, e.printed_on, e.name) = (l.publication_id, l.role, l.printed_on, l.name)
              and e.stories > l.stories
            """,
            new { articleIds },
            cancellationToken: cancellationToken));
}
