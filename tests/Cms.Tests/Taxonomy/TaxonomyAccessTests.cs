using System.Net.Http.Headers;
using System.Text;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class TaxonomyAccessTests(CmsHost host) : IClassFixture<CmsHost>
{
    public static TheoryData<string, string> Writes
    {
        get
        {
            var writes = new TheoryData<string, string>();
            foreach (var list in new[] { "publications", "contributors", "sections", "tags" })
            {
                writes.Add("POST", $"/v1/{list}");
                writes.Add("PUT", $"/v1/{list}/x");
                writes.Add("PATCH", $"/v1/{list}/x");
                writes.Add("DELETE", $"/v1/{list}/x");
            }

            writes.Add("POST", "/v1/contributors/x/merge");
            writes.Add("POST", "/v1/tags/x/merge");
            writes.Add("POST", "/v1/publications/newsroom/masthead");
            foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
            {
                writes.Add(method, "/v1/publications/newsroom/masthead/0199a3c2-7e44-7c19-8d3a-2b6f90c1e5a7");
            }

            return writes;
        }
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task Who_may_not_write_is_told_so_before_anything_else_is_looked_at(string method, string path)
    {
        using var desk = host.NewClient();
        var key = await host.Admin.Post("/v1/api-keys", """{"name": "Desk", "scopes": ["articles:write", "articles:publish"]}""");
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)key.Json["secret"]!);
        var nonsense = Encoding.UTF8.GetBytes("nonsense");

        Assert.Equal(401, (await host.Client.Send(method, path, nonsense, "text/plain")).Status);
        Assert.Equal(403, (await desk.Send(method, path, nonsense, "text/plain")).Status);
    }

    [Fact]
    public async Task The_scope_taxonomy_write_is_enough()
    {
        using var desk = host.NewClient();
        var key = await host.Admin.Post("/v1/api-keys", """{"name": "Taxonomist", "scopes": ["taxonomy:write"]}""");
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)key.Json["secret"]!);

        Assert.Equal(201, (await desk.Post("/v1/tags", """{"name": "Made by a taxonomist"}""")).Status);
    }
}
