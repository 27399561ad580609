using Cms.Content.Bodies;
using Cms.Content.Text;

namespace Cms.Tests.Harness;

/// <summary>Puts stories and what they are filed under into a test's database.</summary>
public static class Stories
{
    /// <summary>Stores a story, published unless it says otherwise; answers its id.</summary>
    public static async Task<Guid> Add(this CmsHost host, Story story)
    {
        var body = story.Paragraphs.Select((text, index) => (Block)new ParagraphBlock { Id = $"b{index + 1}", Content = [new Run { Text = text }] }).ToList();
        await host.Execute(Insert + (story.IsPublished ? Publish : ""), new
        {
            story.Id,
            Slug = story.Slug ?? Slugs.From(story.Headline) + "-" + story.Id.ToString("N")[^6..],
            Status = story.IsPublished ? "published" : "draft",
            story.Headline,
            story.Language,
            story.Genre,
            story.Deck,
            story.Byline,
            Body = System.Text.Encoding.UTF8.GetString(BodyJson.Write(body)),
            BodyText = BodyText.Plain(body),
            Excerpt = Words.Excerpt(BodyText.FirstParagraph(body) ?? ""),
            WordCount = BodyText.Words(BodyText.Plain(body)),
            story.PublishedAt,
            story.UpdatedAt,
            story.SectionId,
            story.AuthorIds,
            Roles = story.AuthorIds.Select(_ => "author").ToArray(),
            story.TagIds,
            story.PublicationId,
            story.TranslationGroup,
        });
        return story.Id;
    }

    public static Task<Guid> AddSection(this CmsHost host, string name, Guid? parent = null, bool isPublic = true) =>
        host.AddFiling("sections", name, isPublic, parent);

    public static Task<Guid> AddTag(this CmsHost host, string name, bool isPublic = true) => host.AddFiling("tags", name, isPublic);

    public static Task<Guid> AddContributor(this CmsHost host, string name, bool isPublic = true) => host.AddFiling("contributors", name, isPublic);

    private static async Task<Guid> AddFiling(this CmsHost host, string table, string name, bool isPublic, Guid? parent = null)
    {
        var id = Guid.CreateVersion7();
        var (column, value) = parent is null ? ("", "") : (", parent_id", ", @parent");
        await host.Execute(
            $"""
            insert into {table} (id, publication_id, slug, name, public_since{column})
            select @id, id, @slug, @name, case when @isPublic then now() end{value}
            from publications
            where is_default
            """,
            new { id, slug = Slugs.From(name), name, isPublic, parent });
        return id;
    }

    private const string Insert =
        """
        insert into articles (id, publication_id, slug, status, published_at, translation_group, first_published_at, updated_at)
        select @Id, coalesce(@PublicationId::uuid, id), @Slug, @Status, @PublishedAt, @TranslationGroup, case when @Status = 'published' then @UpdatedAt end, @UpdatedAt
        from publications
        where is_default;

        insert into revisions (article_id, number, language, genre, headline, deck, byline, section_id, published_at, body, body_text, excerpt, word_count, author_ids, author_roles, tag_ids, created_by)
        values (@Id, 1, @Language, @Genre, @Headline, @Deck, @Byline, @SectionId, @PublishedAt, @Body::json, @BodyText, @Excerpt, @WordCount, @AuthorIds, @Roles, @TagIds, 'test');
        """;

    private const string Publish =
        """

        insert into slugs (publication_id, slug, article_id)
        select publication_id, slug, id from articles where id = @Id;

        insert into published_articles (article_id, publication_id, slug, version, revision, language, genre, headline, deck, byline, section_id,
            published_at, first_published_at, updated_at, body, body_text, excerpt, word_count, masthead, translation_group, credits, tag_ids)
        select a.id, a.publication_id, a.slug, 1, 1, r.language, r.genre, r.headline, r.deck, r.byline, r.section_id,
            r.published_at, a.first_published_at, a.updated_at, r.body, r.body_text, r.excerpt, r.word_count, r.masthead, a.translation_group,
            array(select x.id || '"author"' from unnest(r.author_ids) x (id)), r.tag_ids
        from articles a
        join revisions r on r.article_id = a.id
        where a.id = @Id;

        insert into published_authors (article_id, position, contributor_id, role, published_at)
        select @Id, x.position, x.id, 'author', @PublishedAt from unnest(@AuthorIds) with ordinality x (id, position);

        insert into published_tags (article_id, position, tag_id, published_at)
        select @Id, x.position, x.id, @PublishedAt from unnest(@TagIds) with ordinality x (id, position);
        """;
}
