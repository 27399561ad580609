using Cms.Content.Bodies;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Benchmarks.Archive;

/// <summary>Fills a database with published stories.</summary>
internal static class ArchiveLoader
{
    private const string Publish =
        """
        insert into articles (id, publication_id, slug, status, published_at, first_published_at, updated_at)
        select i.id, p.id, i.slug, 'published', i.published_at, i.published_at, i.published_at
        from incoming i, publications p
        where p.is_default;

        insert into revisions (article_id, number, language, headline, deck, byline, section_id, published_at, body, body_text, excerpt, word_count,
            masthead, source, author_ids, author_roles, tag_ids, created_by)
        select id, 1, 'en', headline, deck, byline, section_id, published_at, body, body_text, excerpt, word_count,
            masthead, source, author_ids, array_fill('author'::text, array[cardinality(author_ids)]), tag_ids, 'benchmark'
        from incoming;

        insert into slugs (publication_id, slug, article_id)
        select a.publication_id, a.slug, a.id
        from articles a;

        -- No read here searches.
        alter table published_articles disable trigger search_follow_insert;

        insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, deck, byline, section_id,
            published_at, first_published_at, updated_at, body, body_text, excerpt, word_count, masthead, source, credits, tag_ids)
        select i.id, p.id, i.slug, 1, 1, 'en', i.headline, i.deck, i.byline, i.section_id,
            i.published_at, i.published_at, i.published_at, i.body, i.body_text, i.excerpt, i.word_count, i.masthead, i.source,
            array(select x.id || '"author"' from unnest(i.author_ids) x (id)), i.tag_ids
        from incoming i, publications p
        where p.is_default;

        insert into published_authors (article_id, position, contributor_id, role, published_at)
        select i.id, x.position, x.id, 'author', i.published_at
        from incoming i, unnest(i.author_ids) with ordinality x (id, position);

        insert into published_tags (article_id, position, tag_id, published_at)
        select i.id, x.position, x.id, i.published_at
        from incoming i, unnest(i.tag_ids) with ordinality x (id, position);

        alter table published_articles enable trigger search_follow_insert;
        drop table incoming;
        """;

    public static async Task Load(string connectionString, IReadOnlyList<ArchiveStory> stories, ArchiveFiling filing, GeneratedText text)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync();
        await filing.Store(connection, text);
        await connection.ExecuteAsync(
            """
            create temporary table incoming (id uuid, slug text, headline text, deck text, byline text, section_id uuid, published_at timestamptz,
                body json, body_text text, excerpt text, word_count integer, masthead json, source json, author_ids uuid[], tag_ids uuid[])
            """);
        await Copy(connection, stories);
        await connection.ExecuteAsync(Publish);
        // As the server's own housekeeping leaves an archive that has stood for a while; it must not start under load.
        await connection.ExecuteAsync("vacuum analyze");
        await connection.ExecuteAsync("checkpoint;");
    }

    private static async Task Copy(NpgsqlConnection connection, IReadOnlyList<ArchiveStory> stories)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy incoming from stdin (format binary)");
        foreach (var story in stories)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(story.Id);
            await copy.WriteAsync(story.Slug);
            await copy.WriteAsync(story.Headline);
            await copy.WriteAsync(story.Deck);
            await copy.WriteAsync(story.Byline);
            await copy.WriteAsync(story.Section);
            await copy.WriteAsync(story.PublishedAt);
            await copy.WriteAsync(story.BodyAsJson, NpgsqlDbType.Json);
            await copy.WriteAsync(BodyText.Plain(story.Body));
            await copy.WriteAsync(story.Excerpt);
            await copy.WriteAsync(BodyText.Words(BodyText.Plain(story.Body)));
            await copy.WriteAsync(ArchiveStory.Masthead, NpgsqlDbType.Json);
            await copy.WriteAsync(story.Source, NpgsqlDbType.Json);
            await copy.WriteAsync(story.Authors);
            await copy.WriteAsync(story.Tags);
        }

        await copy.CompleteAsync();
    }
}
