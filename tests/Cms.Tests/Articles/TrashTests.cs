using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

public sealed class TrashTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_deleted_story_is_in_the_trash_and_nowhere_else()
    {
        var made = await host.Write("""{"headline": "Thrown away", "slug": "thrown-away", "bodyHtml": "<p>Text</p>"}""");
        var published = await host.Act(made.Id(), "publish", made.ETag);
        Assert.Null((await host.Get("/v1/articles/thrown-away"))["deletedAt"]);
        var other = await host.Write();

        var deleted = await host.Act(made.Id(), "delete", published.ETag);

        var time = (string?)deleted.Json["deletedAt"];
        Assert.NotNull(time);
        Assert.Equal(time, (string?)(await host.GetAsAdmin($"/v1/articles/{made.Id()}?view=trash"))["deletedAt"]);
        Assert.Equal(made.Id(), (string?)(await host.GetAsAdmin("/v1/articles/thrown-away?view=trash"))["id"]);
        var entry = Assert.Single((await host.GetAsAdmin("/v1/articles?view=trash&count=exact"))["data"]!.AsArray(), item => (string?)item!["id"] == made.Id());
        Assert.Equal(time, (string?)entry!["deletedAt"]);
        var drafts = (await host.GetAsAdmin("/v1/articles?view=draft&limit=100"))["data"]!.AsArray();
        Assert.DoesNotContain(made.Id(), drafts.Texts("id"));
        Assert.All(drafts, draft => Assert.True(draft!.AsObject().ContainsKey("deletedAt") && draft["deletedAt"] is null));
        foreach (var (id, view) in new[] { (made.Id(), "draft"), (other.Id(), "trash") })
        {
            Assert.Equal(404, (await host.Admin.Send("GET", $"/v1/articles/{id}?view={view}", null, null)).Status);
        }

        await host.Act(made.Id(), "restore", deleted.ETag);
        Assert.Equal(404, (await host.Admin.Send("GET", $"/v1/articles/{made.Id()}?view=trash", null, null)).Status);
        Assert.Null((await host.GetAsAdmin($"/v1/articles/{made.Id()}?view=draft"))["deletedAt"]);
    }

    [Fact]
    public async Task The_trash_is_walked_from_what_was_deleted_last()
    {
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(0, 5))
        {
            var made = await host.Write($$"""{"headline": "Trash {{number}}", "publishedAt": "20{{20 - number}}-01-01T00:00:00Z"}""");
            await host.Act(made.Id(), "delete", made.ETag);
            ids.Insert(0, made.Id());
        }

        Assert.Equal(ids, (await host.Walk("/v1/articles?view=trash&publishedAfter=2016-01-01", 2, isAdmin: true)).Texts("id"));
        Assert.Equal(
            ids.AsEnumerable().Reverse(), (await host.Walk("/v1/articles?view=trash&publishedAfter=2016-01-01&sort=-publishedAt", 2, isAdmin: true)).Texts("id"));
    }

    [Fact]
    public async Task The_trash_is_for_keys_with_the_scope()
    {
        using var writer = await host.ClientWith("articles:write");
        using var reader = await host.ClientWith("articles:read-drafts");
        foreach (var path in new[] { "/v1/articles?view=trash", $"/v1/articles/{Guid.NewGuid()}?view=trash" })
        {
            await host.GetProblem(path, HttpStatusCode.Unauthorized);
            Assert.Equal(403, (await writer.Send("GET", path, null, null)).Status);
            Assert.Contains((await reader.Send("GET", path, null, null)).Status, new[] { 200, 404 });
        }
    }

    [Fact]
    public async Task Drafts_without_a_date_come_last_whichever_way_they_are_walked()
    {
        var made = await host.Write("""{"headline": "Dated", "genre": "dated", "publishedAt": "2001-02-03T04:05:06Z"}""");
        var undated = await host.Write("""{"headline": "Undated", "genre": "dated"}""");
        Assert.Equal([made.Id(), undated.Id()], await Order("-publishedAt"));
        Assert.Equal([made.Id(), undated.Id()], await Order("publishedAt"));

        await host.Patch(made.Id(), made.ETag, """{"publishedAt": null}""");
        await host.Patch(undated.Id(), undated.ETag, """{"publishedAt": "2001-02-03T04:05:06Z"}""");

        Assert.Equal([undated.Id(), made.Id()], await Order("-publishedAt"));

        async Task<IEnumerable<string?>> Order(string sort) =>
            (await host.Walk($"/v1/articles?view=draft&genre=dated&sort={sort}", 1, isAdmin: true)).Texts("id");
    }
}
