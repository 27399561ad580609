using Dapper;
using Npgsql;

namespace Cms.Articles;

/// <summary>
/// Copies the newest revision of stories to the reader's side, where the words that searches look for follow by themselves, in one statement.
/// </summary>
internal static class PublishedProjection
{
    public static Task Write(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into published_articles as p (
                article_id, publication_id, slug, version, revision, language, genre, kicker, headline, deck, dateline, byline, section_id,
                published_at, first_published_at, updated_at, lead_image, canonical_url, seo, body, body_text, excerpt, word_count,
                masthead,
                source, translation_group, credits, tag_ids)
            select
                a.id, a.publication_id, a.slug, a.version, a.revision, r.language, r.genre, r.kicker, r.headline, r.deck, r.dateline, r.byline,
                r.section_id,
                coalesce(r.published_at, a.first_published_at), a.first_published_at, a.updated_at, r.lead_image, r.canonical_url, r.seo, r.body,
                r.body_text, r.excerpt, r.word_count,
                -- A page that prints no masthead has the publication's at its date, as it was known when the story first came out.
                case when json_array_length(r.masthead) > 0 then r.masthead
                     else coalesce(
                        (select o.masthead from published_articles o where o.article_id = a.id),
                        masthead_at(a.publication_id, (coalesce(r.published_at, a.first_published_at) at time zone u.time_zone)::date))
                end,
                r.source, a.translation_group,
                array(
                    select c.id || to_json(c.role)::text
                    from unnest(r.author_ids, r.author_roles) with ordinality as c (id, role, position)
                    order by c.position),
                r.tag_ids
            from articles a
            join publications u on u.id = a.publication_id
            join revisions r on r.article_id = a.id and r.number = a.revision
            where a.id = any(@ids)
            on conflict (article_id) do update set
                slug = excluded.slug, version = excluded.version, revision = excluded.revision, language = excluded.language, genre = excluded.genre,
                kicker = excluded.kicker, headline = excluded.headline, deck = excluded.deck, dateline = excluded.dateline, byline = excluded.byline,
                section_id = excluded.section_id, published_at = excluded.published_at, first_published_at = excluded.first_published_at,
                updated_at = excluded.updated_at, lead_image = excluded.lead_image, canonical_url = excluded.canonical_url, seo = excluded.seo,
                body = excluded.body, body_text = excluded.body_text, excerpt = excluded.excerpt, word_count = excluded.word_count,
                masthead = excluded.masthead,
                source = excluded.source, translation_group = excluded.translation_group, credits = excluded.credits, tag_ids = excluded.tag_ids
            """,
            new { ids },
            cancellationToken: cancellationToken));
}
