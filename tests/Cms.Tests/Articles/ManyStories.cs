using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

internal static class ManyStories
{
    /// <summary>Adds published stories, each with an author and a section of its own, in a few statements.</summary>
    public static Task AddMany(this CmsHost host, Guid publication, int count) => host.Execute(
        """
        create temporary table made as
        select gen_random_uuid() as id, gen_random_uuid() as author_id, gen_random_uuid() as section_id, 'made-' || n as slug
        from generate_series(1, @count) n;

        insert into contributors (id, publication_id, slug, name, public_since)
        select author_id, @publication, slug, slug, now() from made;

        insert into sections (id, publication_id, slug, name, public_since)
        select section_id, @publication, slug, slug, now() from made;

        insert into articles (id, publication_id, slug, status)
        select id, @publication, slug, 'published' from made;

        insert into revisions (article_id, number, language, headline, section_id, published_at,
            body, body_text, excerpt, word_count, author_ids, author_roles, created_by)
        select id, 1, 'en', slug, section_id, now(), '[]', '', '', 0, array[author_id], array['author'], 'test' from made;

        insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, section_id,
            published_at, first_published_at, updated_at, body, body_text, excerpt, word_count, masthead, credits)
        select id, @publication, slug, 1, 1, 'en', slug, section_id, now(), now(), now(), '[]', '', '', 0, '[]', array[author_id || '"author"'] from made;

        insert into published_authors (article_id, position, contributor_id, role, published_at)
        select id, 1, author_id, 'author', now() from made;
        """,
        new { publication, count });
}
