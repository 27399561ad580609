using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

public sealed class RevisionTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Every_save_can_be_read_again_by_keys_only()
    {
        var made = await host.Write();
        var id = made.Id();
        var published = await host.Act(id, "publish", made.ETag);
        await host.Patch(id, published.ETag, """{"headline": "The harbour stays shut", "bodyMarkdown": "It stays shut."}""");

        var first = await host.GetAsAdmin($"/v1/articles/{id}/revisions?limit=1");
        Assert.Equal((2, false), ((int)first["data"]![0]!["number"]!, (bool)first["data"]![0]!["isPublic"]!));
        var second = await host.GetAsAdmin($"/v1/articles/{id}/revisions?limit=1&cursor={first["page"]!["nextCursor"]}");
        Assert.Equal((1, true), ((int)second["data"]![0]!["number"]!, (bool)second["data"]![0]!["isPublic"]!));
        Assert.False((bool)second["page"]!["hasMore"]!);

        var old = await host.GetAsAdmin($"/v1/articles/{id}/revisions/1");
        Assert.Equal("The harbour opens again", (string?)old["article"]!["headline"]);
        Assert.Equal("The harbour opens on Monday.", old["article"]!.FirstText());
        Assert.Equal("The harbour stays shut", (string?)(await host.GetAsAdmin($"/v1/articles/{id}?view=draft"))["headline"]);

        await host.GetProblem($"/v1/articles/{id}/revisions/1", HttpStatusCode.Unauthorized);
        using var missing = await host.Admin.GetAsync($"/v1/articles/{id}/revisions/3");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
