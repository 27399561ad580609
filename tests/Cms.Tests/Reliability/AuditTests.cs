using System.Text;
using Cms.Tests.Articles;
using Cms.Tests.Contract;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>P19: every route that writes leaves exactly one audit row for each resource that it changed, and none when it refuses.</summary>
public sealed class AuditTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    private const string Key = """{"name":"Audited","scopes":["audit:read"]}""";

    /// <summary>
    /// By operation, a call that succeeds. It answers what the route answered and how many resources that changed; a route that is not here
    /// fails the test below.
    /// </summary>
    private static readonly Dictionary<string, Func<CmsHost, Task<(Reply Reply, int Changed)>>> Calls = new()
    {
        ["createArticle"] = async host => (await host.Admin.Post("/v1/articles", WritingStories.Draft), 1),
        ["putArticle"] = async host => (await host.Put((await host.Write()).Id(), WritingStories.Draft, ("If-Match", "\"1-x\"")), 1),
        ["patchArticle"] = async host => (await host.Patch((await host.Write()).Id(), "\"1-x\"", """{"kicker":"Port"}"""), 1),
        ["deleteArticle"] = async host => (await host.Act((await host.Write()).Id(), "delete", "\"1-x\""), 1),
        ["restoreArticle"] = async host => (await host.Act(await After(host, "delete"), "restore", "\"2-x\""), 1),
        ["publishArticle"] = async host => (await host.Act((await host.Write()).Id(), "publish", "\"1-x\""), 1),
        ["unpublishArticle"] = async host => (await host.Act(await After(host, "publish"), "unpublish", "\"2-x\""), 1),
        ["createApiKey"] = async host => (await host.Admin.Post("/v1/api-keys", Key), 1),
        ["rotateApiKey"] = async host => (await host.Admin.Post($"/v1/api-keys/{await NewKey(host)}/rotate", null, ("If-Match", "\"1-x\"")), 1),
        ["revokeApiKey"] = async host => (await host.Admin.Send("DELETE", $"/v1/api-keys/{await NewKey(host)}", null, null, ("If-Match", "\"1-x\"")), 1),
    };

    [Fact]
    public async Task Every_write_leaves_one_audit_row_for_each_resource_that_it_changed()
    {
        foreach (var operation in Writes())
        {
            Assert.True(Calls.TryGetValue(operation.Id, out var call), $"Say in AuditTests.Calls how {operation.Id} is called.");

            var (reply, changed) = await call(host);

            Assert.True(reply.Status is 200 or 201, $"{operation.Id}: {reply.Status} {reply.Text}");
            var rows = (await host.Query<Guid>("select resource_id from audit where request_id = @id", new { id = reply.Header("X-Request-Id") })).ToList();
            Assert.True(rows.Count == changed, $"{operation.Id} changed {changed} resources and left {rows.Count} audit rows.");
            Assert.Distinct(rows);
            if (changed == 1)
            {
                Assert.Equal((Guid)reply.Json["id"]!, rows.Single());
            }
        }
    }

    [Fact]
    public async Task A_write_that_is_refused_leaves_none()
    {
        foreach (var operation in Writes())
        {
            var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", _ => Guid.NewGuid().ToString());
            var reply = await host.Admin.Send(operation.Method, path, Encoding.UTF8.GetBytes("""{"nobodyKnows":1}"""), "application/json");

            Assert.InRange(reply.Status, 400, 499);
            Assert.Empty(await host.Query<Guid>("select resource_id from audit where request_id = @id", new { id = reply.Header("X-Request-Id") }));
        }
    }

    [Fact]
    public void No_call_is_for_a_route_that_is_gone() =>
        Assert.Empty(Calls.Keys.Except(contract.Operations.Select(operation => operation.Id)));

    private IEnumerable<Operation> Writes() => contract.Operations.Where(operation => operation.Method != "GET");

    private static async Task<string> After(CmsHost host, string action) => (await host.Act((await host.Write()).Id(), action, "\"1-x\"")).Id();

    private static async Task<string> NewKey(CmsHost host) => (await host.Admin.Post("/v1/api-keys", Key)).Id();
}
