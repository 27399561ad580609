using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class PublicationWritingTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_publication_is_made_changed_and_deleted()
    {
        var made = await Make("Evening Post");
        var read = await host.Read("/v1/publications/evening-post");
        Assert.Equal((made.Text, made.ETag), (read.Text, read.ETag));
        Assert.Equal([$"publication.create {made.NewId()}"], await host.Audited(made));
        Assert.Equal("/{slug}", (string?)made.Json["articlePath"]);

        var changed = await host.MustAlter(
            "/v1/publications/evening-post", made.ETag, """{"siteUrl": "https://post.example", "articlePath": "/a/{slug}"}""");
        Assert.Equal("https://post.example", (string?)changed.Json["siteUrl"]);
        var replaced = await host.Replace(
            "/v1/publications/evening-post", """{"name": "Post", "language": "ar", "timeZone": "UTC"}""", ("If-Match", changed.ETag));
        Assert.Equal((200, "evening-post", "rtl"), (replaced.Status, (string?)replaced.Json["slug"], (string?)replaced.Json["direction"]));
        Assert.Null(replaced.Json["siteUrl"]);
        Assert.Equal(428, (await host.Admin.Send("DELETE", "/v1/publications/evening-post", null, null)).Status);
        Assert.Equal(412, (await host.Remove("/v1/publications/evening-post", made.ETag)).Status);

        var gone = await host.Remove("/v1/publications/evening-post", replaced.ETag);
        Assert.True(gone.Status == 200, gone.Text);
        Assert.Equal([$"publication.delete {made.NewId()}"], await host.Audited(gone));
        Assert.Equal(404, (await host.Read("/v1/publications/evening-post")).Status);
    }

    [Fact]
    public async Task An_old_slug_of_a_publication_still_finds_it_everywhere()
    {
        var made = await Make("Daily");
        var story = await host.Add(new Story { PublicationId = made.NewId(), Slug = "a-daily-story" });
        var changed = await host.MustAlter("/v1/publications/daily", made.ETag, """{"name": "The Daily", "slug": "the-daily"}""");

        Assert.Equal("/v1/publications/the-daily", (await host.Read("/v1/publications/daily")).Leads());
        Assert.Equal("/v1/publications/the-daily/masthead?at=2020-01-01", (await host.Read("/v1/publications/daily/masthead?at=2020-01-01")).Leads());
        Assert.Single((await host.Get("/v1/articles?publication=daily"))["data"]!.AsArray());
        Assert.Equal("The Daily", (string?)(await host.Get("/v1/articles/a-daily-story?publication=daily"))["publication"]!["name"]);
        Assert.Equal("the-daily", (string?)(await host.Get($"/v1/articles/{story}"))["publication"]!["slug"]);
        Assert.Equal(201, (await host.Admin.Post("/v1/tags", """{"name": "Of the daily", "publicationSlug": "daily"}""")).Status);
        Assert.Equal(["Of the daily"], await host.List("/v1/tags?publication=daily", "name"));
        Assert.Equal(201, (await host.Admin.Post("/v1/articles", """{"headline": "New", "publicationSlug": "daily"}""")).Status);
        Assert.Equal("slug-taken", (await host.Admin.Post("/v1/publications", Body("Daily"))).Code);
        Assert.Equal("slug-taken", (await host.Admin.Post("/v1/publications", Body("The Daily"))).Code);

        await host.MustAlter("/v1/publications/the-daily", changed.ETag, """{"slug": "daily"}""");
        Assert.Equal("/v1/publications/daily", (await host.Read("/v1/publications/the-daily")).Leads());
    }

    [Fact]
    public async Task The_default_publication_and_one_that_is_not_empty_stay()
    {
        var home = await host.Read("/v1/publications/newsroom");
        var refused = await host.Remove("/v1/publications/newsroom", home.ETag);
        Assert.Equal((409, "conflict"), (refused.Status, refused.Code));

        var made = await Make("Weekly");
        await host.Add(new Story { PublicationId = made.NewId(), IsPublished = false });
        await host.Make("/v1/tags", """{"name": "Weekly tag", "publicationSlug": "weekly"}""");
        var full = await host.Remove("/v1/publications/weekly", made.ETag);

        Assert.Equal((409, "in-use"), (full.Status, full.Code));
        Assert.Equal(
            """{"stories":"1","sections":"0","tags":"1","contributors":"0","ingestions":"0"}""",
            full.Json["errors"]![0]!["meta"]!.ToJsonString());
    }

    [Fact]
    public async Task The_time_zone_stands_once_there_are_stories()
    {
        var made = await Make("Zoned");
        var changed = await host.MustAlter("/v1/publications/zoned", made.ETag, """{"timeZone": "Europe/Berlin"}""");
        await host.Add(new Story { PublicationId = made.NewId() });

        var refused = await host.Alter("/v1/publications/zoned", changed.ETag, """{"timeZone": "Africa/Cairo"}""");

        Assert.Equal((409, "conflict"), (refused.Status, refused.Code));
        Assert.Equal(["/timeZone invalid"], refused.Errors);
    }

    [Theory]
    [InlineData("""{"name": "X", "language": "en"}""", "/timeZone required")]
    [InlineData("""{"name": "X", "language": "en_US", "timeZone": "UTC"}""", "/language pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "Mars/Olympus"}""", "/timeZone pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "../../etc/passwd"}""", "/timeZone pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "Egypt Standard Time"}""", "/timeZone pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "UTC", "siteUrl": "javascript:alert(1)"}""", "/siteUrl pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "UTC", "siteUrl": "https://me:secret@example.org"}""", "/siteUrl pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "UTC", "articlePath": "/articles"}""", "/articlePath pattern")]
    [InlineData("""{"name": "X", "language": "en", "timeZone": "UTC", "isDefault": true}""", "/isDefault read-only")]
    public async Task Whatever_is_wrong_is_named(string body, string error)
    {
        var reply = await host.Admin.Post("/v1/publications", body);

        Assert.Equal(422, reply.Status);
        Assert.Equal([error], reply.Errors);
    }

    [Fact]
    public async Task PUT_makes_a_publication_at_a_free_UUID_only()
    {
        var path = $"/v1/publications/{Guid.CreateVersion7()}";
        Assert.Equal(404, (await host.Replace(path, Body("Chosen"), ("If-Match", "\"1-x\""))).Status);
        Assert.Equal(201, (await host.Replace(path, Body("Chosen"), ("If-None-Match", "*"))).Status);
        Assert.Equal(412, (await host.Replace(path, Body("Chosen"), ("If-None-Match", "*"))).Status);
        Assert.Equal(404, (await host.Replace("/v1/publications/some-slug", Body("Slug"), ("If-None-Match", "*"))).Status);
    }

    private Task<Reply> Make(string name) => host.Make("/v1/publications", Body(name));

    private static string Body(string name) => $$"""{"name": "{{name}}", "language": "en", "timeZone": "Africa/Cairo"}""";
}
