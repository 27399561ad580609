using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

public sealed class WritingInputTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData("""{"headline": 1}""", "/headline type")]
    [InlineData("""{"version": 3}""", "/version read-only")]
    [InlineData("""{"status": "published"}""", "/status read-only")]
    [InlineData("""{"hedline": "x"}""", "/hedline unknown")]
    [InlineData("""{"slug": "Not A Slug"}""", "/slug pattern")]
    [InlineData("""{"slug": "0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10"}""", "/slug pattern")]
    [InlineData("""{"language": "english please"}""", "/language pattern")]
    [InlineData("""{"publicationSlug": "nowhere"}""", "/publicationSlug unknown-reference")]
    [InlineData("""{"sectionSlug": "nowhere"}""", "/sectionSlug unknown-reference")]
    [InlineData("""{"tagSlugs": ["nothing"]}""", "/tagSlugs/0 unknown-reference")]
    [InlineData("""{"authors": [{"slug": "nobody"}]}""", "/authors/0/slug unknown-reference")]
    [InlineData("""{"authors": [{"name": "Nour"}, {"name": "nour"}]}""", "/authors/1 duplicate")]
    [InlineData("""{"authors": [{}]}""", "/authors/0/slug required")]
    [InlineData("""{"publishedAt": "yesterday"}""", "/publishedAt pattern")]
    [InlineData("""{"publishedAt": "0001-01-01T00:00:00Z"}""", "/publishedAt out-of-range")]
    [InlineData("""{"canonicalUrl": "javascript:alert(1)"}""", "/canonicalUrl pattern")]
    [InlineData("""{"seo": {"image": "x"}}""", "/seo/image pattern")]
    [InlineData("""{"leadImage": {"url": "x"}}""", "/leadImage/url pattern")]
    [InlineData("""{"translationOf": "0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10"}""", "/translationOf unknown-reference")]
    [InlineData("""{"bodyHtml": "<p>x</p>", "bodyMarkdown": "x"}""", "/bodyMarkdown invalid")]
    [InlineData("""{"body": [{"type": "poem"}]}""", "/body/0/type not-in-list")]
    [InlineData("""{"body": [{"type": "heading", "level": 7, "content": []}]}""", "/body/0/level out-of-range")]
    [InlineData("""{"body": [{"type": "paragraph", "content": [{"text": "x", "href": "javascript:x"}]}]}""", "/body/0/content/0/href pattern")]
    [InlineData("""{"body": [{"type": "paragraph", "content": [{"text": "x", "style": "x"}]}]}""", "/body/0/content/0/style unknown")]
    public async Task What_is_wrong_is_named_and_nothing_is_stored(string json, string error)
    {
        var before = Assert.Single(await host.Query<int>("select count(*)::int from articles"));

        var refused = await host.Admin.Post("/v1/articles", json);

        Assert.True(refused.Status == 422, refused.Text);
        Assert.Equal([error], refused.Errors);
        Assert.Equal(before, Assert.Single(await host.Query<int>("select count(*)::int from articles")));
        Assert.Empty(await host.Query<string>("select name from contributors where lower(name) = 'nour'"));
    }

    [Fact]
    public async Task PUT_resets_what_is_absent_and_PATCH_keeps_it()
    {
        var made = await host.Write("""{"headline": "Kept", "kicker": "Above", "deck": "Below", "seo": {"title": "T", "description": "D"}, "bodyMarkdown": "One.\n\nTwo."}""");
        var patched = await host.Patch(made.Id(), made.ETag, """{"kicker": null, "seo": {"title": null}}""");

        Assert.Null(patched.Json["kicker"]);
        Assert.Equal("Below", (string?)patched.Json["deck"]);
        Assert.Equal(("D", null), ((string?)patched.Json["seo"]!["description"], (string?)patched.Json["seo"]!["title"]));
        Assert.Equal(made.BlockIds(), patched.BlockIds());

        var put = await host.Put(made.Id(), """{"headline": "Kept"}""", ("If-Match", patched.ETag));
        Assert.Null(put.Json["deck"]);
        Assert.Empty(put.Json["body"]!.AsArray());
    }

    [Fact]
    public async Task Html_is_read_by_allow_list_and_the_answer_says_what_was_dropped()
    {
        var made = await host.Write("""{"headline": "Html", "bodyHtml": "<h2>Head</h2><p onclick=\"x()\">Text<script>alert(1)</script></p>"}""");

        Assert.Equal(["heading", "paragraph"], made.Json["body"]!.AsArray().Select(block => (string?)block!["type"]));
        Assert.Contains(made.Json["dropped"]!.AsArray(), part => ((string)part!["what"]!).Contains("script", StringComparison.Ordinal));
        Assert.DoesNotContain("alert", made.Json["body"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_keep_their_ids_across_edits()
    {
        var made = await host.Write("""{"headline": "Ids", "bodyMarkdown": "One.\n\nTwo.\n\nThree."}""");
        var before = made.BlockIds().ToList();

        var patched = await host.Patch(made.Id(), made.ETag, """{"bodyMarkdown": "Zero.\n\nOne.\n\nThree."}""");

        var after = patched.BlockIds().ToList();
        Assert.Equal([before[0], before[2]], after.Skip(1));
        Assert.DoesNotContain(after[0], before);
    }

    [Fact]
    public async Task What_an_answer_shows_can_be_sent_back()
    {
        var made = await host.Write(
            """
            {"headline": "Round", "leadImage": {"url": "https://example.org/a.jpg", "alt": "A"}, "body": [
              {"type": "list", "ordered": true, "items": [{"level": 0, "content": [{"text": "x", "marks": ["strong"]}]}]},
              {"type": "table", "header": true, "rows": [[[{"text": "a"}], [{"text": "b"}]]]}, {"type": "divider"}]}
            """);
        var back = new System.Text.Json.Nodes.JsonObject
        {
            ["headline"] = "Round",
            ["leadImage"] = made.Json["leadImage"]!.DeepClone(),
            ["body"] = made.Json["body"]!.DeepClone(),
        };

        var put = await host.Put(made.Id(), back.ToJsonString(), ("If-Match", made.ETag));

        Assert.True(put.Status == 200, put.Text);
        Assert.Equal(made.Json["body"]!.ToJsonString(), put.Json["body"]!.ToJsonString());
        Assert.Equal(made.Json["leadImage"]!.ToJsonString(), put.Json["leadImage"]!.ToJsonString());
    }
}
