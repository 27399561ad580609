using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

public sealed class WritingPathTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_first_story_goes_its_whole_way()
    {
        var made = await host.Write("""{"headline": "The lighthouse keeper retires", "authors": [{"name": "Mona Farid"}], "bodyMarkdown": "She kept the **zephyrine** lamp."}""");
        var id = made.Id();
        Assert.Equal($"/v1/articles/{id}", made.Header("Location"));
        Assert.StartsWith("\"1-", made.ETag, StringComparison.Ordinal);
        Assert.Equal("draft", (string?)made.Json["status"]);
        Assert.Equal("Mona Farid", (string?)made.Json["authors"]![0]!["name"]);
        await host.GetProblem($"/v1/articles/{id}", HttpStatusCode.NotFound);
        Assert.Equal("The lighthouse keeper retires", (string?)(await host.GetAsAdmin($"/v1/articles/{id}?view=draft"))["headline"]);

        var published = await host.Act(id, "publish", made.ETag);
        Assert.Equal("published", (string?)published.Json["status"]);
        using var first = await host.Client.GetAsync("/v1/articles/the-lighthouse-keeper-retires");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.StartsWith("\"2-", first.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Single((await host.Get("/v1/search?q=zephyrine"))["data"]!.AsArray());

        var changed = await host.Patch(id, published.ETag, """{"headline": "The lighthouse keeper stays"}""");
        Assert.Equal(200, changed.Status);
        Assert.Equal("The lighthouse keeper retires", (string?)(await host.Get($"/v1/articles/{id}"))["headline"]);

        var again = await host.Act(id, "publish", changed.ETag);
        using var second = await host.Client.GetAsync($"/v1/articles/{id}");
        Assert.StartsWith("\"4-", second.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Equal("the-lighthouse-keeper-retires", (string?)again.Json["slug"]);

        var down = await host.Act(id, "unpublish", again.ETag);
        await host.GetProblem($"/v1/articles/{id}", HttpStatusCode.NotFound);
        Assert.Empty((await host.Get("/v1/search?q=zephyrine"))["data"]!.AsArray());

        var trashed = await host.Act(id, "delete", down.ETag);
        Assert.NotNull(trashed.Json["deletedAt"]);
        Assert.Equal(409, (await host.Admin.Post($"/v1/articles/{id}/publish", null, ("If-Match", trashed.ETag))).Status);
        var restored = await host.Act(id, "restore", trashed.ETag);
        Assert.Null(restored.Json["deletedAt"]);
        Assert.Equal(200, (await host.Admin.Post($"/v1/articles/{id}/publish", null, ("If-Match", restored.ETag))).Status);
    }

    [Fact]
    public async Task A_story_without_a_date_has_that_of_its_publication_for_its_newsroom_too()
    {
        var made = await host.Write("""{"headline": "Undated harbour news", "bodyMarkdown": "Text."}""");
        Assert.Null((string?)made.Json["publishedAt"]);

        var published = await host.Act(made.Id(), "publish", made.ETag);
        var shown = (string)(await host.Get($"/v1/articles/{made.Id()}"))["publishedAt"]!;

        Assert.Equal(shown, (string?)published.Json["publishedAt"]);
        Assert.Equal(shown, (string?)(await host.GetAsAdmin($"/v1/articles/{made.Id()}?view=draft"))["publishedAt"]);
        var since = $"view=draft&publishedAfter={Uri.EscapeDataString(shown)}";
        Assert.Contains(made.Id(), (await host.GetAsAdmin($"/v1/articles?{since}")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(made.Id(), (string?)(await host.GetAsAdmin("/v1/articles?view=draft&limit=1"))["data"]![0]!["id"]!);
        var saved = await host.Patch(made.Id(), published.ETag, """{"headline": "Undated harbour news, corrected"}""");
        Assert.Equal(shown, (string?)saved.Json["publishedAt"]);
    }

    [Fact]
    public async Task Every_change_leaves_one_audit_row_and_one_event()
    {
        var made = await host.Write();
        var published = await host.Act(made.Id(), "publish", made.ETag);
        await host.Act(made.Id(), "delete", published.ETag);

        var parameters = new { id = Guid.Parse(made.Id()) };
        Assert.Equal(
            ["article.create", "article.publish", "article.delete"],
            await host.Query<string>("select action from audit where resource_id = @id order by id", parameters));
        Assert.Equal(
            ["article.created", "article.published", "article.deleted"],
            await host.Query<string>("select type from events where resource_id = @id order by id", parameters));
        await host.GetProblem($"/v1/articles/{made.Id()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_is_published_without_a_headline_and_a_block()
    {
        var made = await host.Write("{}");
        var refused = await host.Admin.Post($"/v1/articles/{made.Id()}/publish", null, ("If-Match", made.ETag));

        Assert.Equal(422, refused.Status);
        Assert.Equal(["/headline required", "/body required"], refused.Errors);
    }

    [Fact]
    public async Task A_changed_slug_leaves_a_redirect_and_an_old_one_can_be_taken_back()
    {
        var made = await host.Write("""{"headline": "Moving house", "slug": "moving-house", "bodyHtml": "<p>Text</p>"}""");
        var id = made.Id();
        var published = await host.Act(id, "publish", made.ETag);
        var renamed = await host.Patch(id, published.ETag, """{"slug": "moved-house"}""");
        await host.GetProblem("/v1/articles/moved-house", HttpStatusCode.NotFound);
        var again = await host.Act(id, "publish", renamed.ETag);

        using var old = await host.Client.GetAsync("/v1/articles/moving-house");
        Assert.Equal(HttpStatusCode.PermanentRedirect, old.StatusCode);
        Assert.Equal("/v1/articles/moved-house", old.Headers.Location?.ToString());

        var back = await host.Patch(id, again.ETag, """{"slug": "moving-house"}""");
        await host.Act(id, "publish", back.ETag);
        Assert.Equal("moving-house", (string?)(await host.Get("/v1/articles/moving-house"))["slug"]);
        using var former = await host.Client.GetAsync("/v1/articles/moved-house");
        Assert.Equal(HttpStatusCode.PermanentRedirect, former.StatusCode);

        var other = await host.Write("""{"headline": "Another house"}""");
        var taken = await host.Patch(other.Id(), other.ETag, """{"slug": "moving-house"}""");
        Assert.Equal((409, "slug-taken"), (taken.Status, taken.Code));
    }
}
