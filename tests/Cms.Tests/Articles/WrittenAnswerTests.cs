using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Articles;

/// <summary>What a save answers is, to the byte, what a reader of working copies gets next.</summary>
public sealed class WrittenAnswerTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string Rest =
        """
        "deck": "Below \"it\"", "kicker": "Above", "genre": "news", "dateline": "CAIRO", "byline": "By <us> & them", "publishedAt": "2024-05-06T07:08:09.1234567Z",
        "canonicalUrl": "https://example.org/a?b=1&c=2", "seo": {"title": "Säö <t>", "description": "ميناء"},
        "leadImage": {"url": "https://example.org/p.jpg", "alt": "A \"dock\""},
        "body": [{"type": "heading", "level": 2, "content": [{"text": "ميناء"}]}, {"type": "paragraph", "content": [{"text": "One & <two> 😀."}]}]
        """;

    [Fact]
    public async Task A_bare_story_is_answered_as_it_is_read()
    {
        await Same(await host.Write("{}"));
        await Same(await host.Write());
    }

    [Fact]
    public async Task A_filed_story_is_answered_as_it_is_read_whichever_way_it_was_written()
    {
        await host.AddSection("World \"News\"");
        await host.AddTag("Ports & Ships", isPublic: false);
        await host.AddTag("قناة السويس");
        await host.AddContributor("Nadia Ünal");
        var tags = $"\"{Cms.Content.Text.Slugs.From("قناة السويس")}\", \"ports-ships\"";
        var filed =
            $$"""
            {"headline": "Filed", "sectionSlug": "world-news", "tagSlugs": [{{tags}}],
             "authors": [{"slug": "nadia-unal", "role": "مصور"}], {{Rest}}}
            """;

        var made = await host.Write(filed);
        await Same(made);
        var patched = await host.Patch(made.Id(), made.ETag, """{"headline": "Filed anew"}""");
        await Same(patched);
        var published = await host.Act(made.Id(), "publish", patched.ETag);
        var put = await host.Put(made.Id(), filed, ("If-Match", published.ETag));
        await Same(put);
        Assert.Equal("published", (string?)put.Json["status"]);
        var chosen = await host.Put($"{Guid.CreateVersion7()}", filed, ("If-None-Match", "*"));
        Assert.Equal(201, chosen.Status);
        await Same(chosen);
        await Same(await host.Write(filed.Replace("مصور", """photo \"desk\" \\ <مصور> é😀""", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_story_with_authors_by_name_new_and_known_is_answered_as_it_is_read()
    {
        await host.AddContributor("Known Writer");
        await host.AddContributor("Third Writer");

        await Same(await host.Write("""{"authors": [{"name": "New Writer"}, {"name": "Known Writer"}, {"slug": "third-writer"}]}"""));
    }

    [Fact]
    public async Task A_translation_and_its_original_are_answered_as_they_are_read()
    {
        var original = await host.Write("""{"headline": "Original", "language": "en"}""");

        await Same(await host.Write($$"""{"headline": "Translated", "language": "de", "translationOf": "{{original.Id()}}"}"""));
        var patched = await host.Patch(original.Id(), original.ETag, """{"kicker": "Again"}""");

        Assert.Single(patched.Json["translations"]!.AsArray());
        await Same(patched);
    }

    [Fact]
    public async Task Old_slugs_of_what_was_merged_are_answered_under_the_present_name_once()
    {
        var gone = await host.Make("/v1/tags", """{"name": "Harbor"}""");
        var stays = await host.Make("/v1/tags", """{"name": "Harbour"}""");
        var merged = await host.Merge($"/v1/tags/{gone.NewId()}", gone.ETag, $"{stays.NewId()}");
        Assert.Equal(200, merged.Status);

        var made = await host.Write("""{"headline": "Merged", "tagSlugs": ["harbor", "harbour"]}""");

        Assert.Single(made.Json["tags"]!.AsArray());
        await Same(made);
    }

    private async Task Same(Reply written)
    {
        Assert.True(written.Status is 200 or 201, written.Text);
        var read = await host.Admin.Send("GET", $"/v1/articles/{written.Id()}?view=draft", null, null);
        Assert.Equal(read.Text, written.Text.Replace(",\"dropped\":[]", "", StringComparison.Ordinal));
    }
}
