using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Links stories that are public to those they credit and to what they are about, so that lists by author or tag walk one index.</summary>
internal static class FiledLinks
{
    /// <summary>Writes the links of these stories anew, by the revisions that readers see.</summary>
    public static Task Write(NpgsqlConnection connection, Guid[] articleIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            -- Nobody merges or deletes them before the write ends; the statements after this one see what was merged before.
            select from contributors
            where id in (
                select unnest(r.author_ids)
                from published_articles p
                join revisions r on r.article_id = p.article_id and r.number = p.revision
                where p.article_id = any(@articleIds))
            order by id
            for key share;

            select from tags
            where id in (
                select unnest(r.tag_ids)
                from published_articles p
                join revisions r on r.article_id = p.article_id and r.number = p.revision
                where p.article_id = any(@articleIds))
            order by id
            for key share;

            delete from published_authors
            where article_id = any(@articleIds);

            insert into published_authors (article_id, position, contributor_id, role, published_at)
            select p.article_id, min(c.position), a.current_id, (array_agg(c.role order by c.position))[1], p.published_at
            from published_articles p
            join revisions r on r.article_id = p.article_id and r.number = p.revision
            cross join unnest(r.author_ids, r.author_roles) with ordinality as c (contributor_id, role, position)
            join contributor_aliases a on a.id = c.contributor_id
            where p.article_id = any(@articleIds)
            group by p.article_id, p.published_at, a.current_id;

            delete from published_tags
            where article_id = any(@articleIds);

            insert into published_tags (article_id, position, tag_id, published_at)
            select p.article_id, min(t.position), a.current_id, p.published_at
            from published_articles p
            join revisions r on r.article_id = p.article_id and r.number = p.revision
            cross join unnest(r.tag_ids) with ordinality as t (tag_id, position)
            join tag_aliases a on a.id = t.tag_id
            where p.article_id = any(@articleIds)
            group by p.article_id, p.published_at, a.current_id
            """,
            new { articleIds },
            cancellationToken: cancellationToken));
}
