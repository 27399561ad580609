using System.Text;
using Cms.Tests.Articles;
using Cms.Tests.Contract;
using Cms.Tests.Harness;
using Cms.Tests.Ingestion;
using Cms.Tests.Taxonomy;

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
        ["writeArticlesInBulk"] = async host => (await host.Bulk("atomic", BulkRequests.Create("One"), BulkRequests.Create("Two")), 2),
        ["ingestDocument"] = async host => (await host.SendDocument("audited.txt", SourceFolder.Page("Audited on its way")), 2),
        ["acceptArticleRevision"] = async host => (await Decide(host, "accepted", "accept"), 1),
        ["dismissArticleRevision"] = async host => (await Decide(host, "dismissed", "dismiss"), 1),
        ["createPublication"] = host => Made(host, "publications"),
        ["putPublication"] = host => Put(host, "publications"),
        ["patchPublication"] = host => Patched(host, "publications"),
        ["deletePublication"] = host => Deleted(host, "publications"),
        ["createContributor"] = host => Made(host, "contributors"),
        ["putContributor"] = host => Put(host, "contributors"),
        ["patchContributor"] = host => Patched(host, "contributors"),
        ["deleteContributor"] = host => Deleted(host, "contributors"),
        ["createSection"] = host => Made(host, "sections"),
        ["putSection"] = host => Put(host, "sections"),
        ["patchSection"] = host => Patched(host, "sections"),
        ["deleteSection"] = host => Deleted(host, "sections"),
        ["createTag"] = host => Made(host, "tags"),
        ["putTag"] = host => Put(host, "tags"),
        ["patchTag"] = host => Patched(host, "tags"),
        ["deleteTag"] = host => Deleted(host, "tags"),
        ["mergeContributor"] = host => Merged(host, "contributors"),
        ["mergeTag"] = host => Merged(host, "tags"),
        ["createMastheadEntry"] = async host => (await NewEntry(host), 1),
        ["putMastheadEntry"] = async host =>
            (await host.Replace((await NewEntry(host)).Header("Location")!, Entry($"Publisher {Guid.NewGuid()}"), ("If-Match", "\"1-x\"")), 1),
        ["patchMastheadEntry"] = async host => (await host.Alter((await NewEntry(host)).Header("Location")!, "\"1-x\"", "{}"), 1),
        ["deleteMastheadEntry"] = async host => (await host.Remove((await NewEntry(host)).Header("Location")!, "\"1-x\""), 1),
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
            if (changed == 1 && !operation.Id.StartsWith("merge", StringComparison.Ordinal))
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

    private static async Task<(Reply, int)> Made(CmsHost host, string kind) => (await host.Make($"/v1/{kind}", Named(kind)), 1);

    private static async Task<(Reply, int)> Put(CmsHost host, string kind) =>
        (await host.Replace(await NewTerm(host, kind), Named(kind), ("If-Match", "\"1-x\"")), 1);

    private static async Task<(Reply, int)> Patched(CmsHost host, string kind) => (await host.Alter(await NewTerm(host, kind), "\"1-x\"", Named(kind)), 1);

    private static async Task<(Reply, int)> Deleted(CmsHost host, string kind) => (await host.Remove(await NewTerm(host, kind), "\"1-x\""), 1);

    private static async Task<(Reply, int)> Merged(CmsHost host, string kind)
    {
        var into = (await host.Make($"/v1/{kind}", Named(kind))).Id();
        return (await host.Merge(await NewTerm(host, kind), "\"1-x\"", into), 1);
    }

    private static async Task<string> NewTerm(CmsHost host, string kind) => $"/v1/{kind}/{(await host.Make($"/v1/{kind}", Named(kind))).Id()}";

    private static string Named(string kind) =>
        $$"""{"name":"Named {{Guid.NewGuid()}}"{{(kind == "publications" ? ",\"language\":\"en\",\"timeZone\":\"UTC\"" : "")}}}""";

    private static Task<Reply> NewEntry(CmsHost host) => host.Make("/v1/publications/newsroom/masthead", Entry($"Editor {Guid.NewGuid()}"));

    private static string Entry(string role) => $$"""{"role":"{{role}}","name":"Mona Adel","from":"2020-01-01"}""";

    private static async Task<Reply> Decide(CmsHost host, string name, string decision)
    {
        using var folder = new SourceFolder(host);
        var (id, etag) = await folder.Conflict($"{name}.txt", $"To be {name}", $"To be {name}, changed", $"To be {name}, edited");
        var waiting = (await host.GetAsAdmin($"/v1/articles/{id}/revisions?state=pending"))["data"]![0]!["pending"]!;
        return await host.Admin.Post($"/v1/articles/{id}/revisions/{waiting["id"]}/{decision}", null, ("If-Match", etag));
    }

    private static async Task<string> NewKey(CmsHost host) => (await host.Admin.Post("/v1/api-keys", Key)).Id();
}
