using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>A page changed after an editor changed its story: what the page says waits for a person.</summary>
public sealed class PendingRevisionTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_waits_is_listed_with_its_run_its_document_and_the_story_as_it_would_be()
    {
        var (id, _) = await folder.Conflict("listed.txt", "Listed while waiting", "By the page", "By the editor");

        var waiting = await Waiting(id);
        var saved = await host.GetAsAdmin($"/v1/articles/{id}/revisions");
        var run = (await host.GetAsAdmin("/v1/ingestions?limit=1"))["data"]![0]!;
        var document = (await host.GetAsAdmin($"/v1/ingestions/{run["id"]}/documents"))["data"]!.AsArray().Single()!;

        Assert.Null(waiting["number"]);
        Assert.Equal("ingestion false By the page", $"{waiting["createdBy"]} {waiting["isPublic"]} {waiting["headline"]}");
        Assert.Equal((string?)run["id"], (string?)waiting["pending"]!["ingestionId"]);
        Assert.Equal("listed listed.txt", $"{waiting["pending"]!["sourceKey"]} {waiting["pending"]!["file"]}");
        var article = waiting["pending"]!["article"]!;
        Assert.Equal($"{id} By the page", $"{article["id"]} {article["headline"]}");
        Assert.Equal("listed.txt Mona Adel", $"{article["source"]!["file"]} {article["authors"]![0]!["name"]}");
        Assert.Equal("The council met on Monday and agreed.", article.FirstText());
        Assert.Equal(["conflict W_CONFLICT"], [$"{document["outcome"]} {document["code"]}"]);
        Assert.Equal([2, 1], saved["data"]!.AsArray().Select(revision => (int)revision!["number"]!));
        Assert.All(saved["data"]!.AsArray(), revision => Assert.Null(revision!["pending"]));
    }

    [Fact]
    public async Task What_is_accepted_becomes_the_working_copy_and_readers_wait_for_the_next_publication()
    {
        var (id, etag) = await folder.Conflict("accepted.txt", "To be accepted", "Accepted from the page", "Changed by the editor");
        var pending = await Waiting(id);

        var accepted = await host.Admin.Post(Address(id, pending, "accept"), null, ("If-Match", etag));

        Assert.Equal((200, "Accepted from the page"), (accepted.Status, (string?)accepted.Json["headline"]));
        Assert.Equal((3, 3), ((int)accepted.Json["revision"]!, (int)accepted.Json["version"]!));
        Assert.Equal("To be accepted", (string?)(await host.Get($"/v1/articles/{id}"))["headline"]);
        Assert.Equal("Changed by the editor", (string?)(await host.GetAsAdmin($"/v1/articles/{id}/revisions/2"))["article"]!["headline"]);
        Assert.Equal("accepted.txt", (string?)accepted.Json["source"]!["file"]);
        Assert.Empty(await AllWaiting(id));
        await host.Act(id, "publish", accepted.ETag);
        Assert.Equal("Accepted from the page", (string?)(await host.Get("/v1/articles/to-be-accepted"))["headline"]);
        Assert.Equal(
            ["article.acceptRevision", "article.pendRevision", "article.publish", "article.publish", "article.update"],
            (await Facts(id, "action", "audit")).Order(StringComparer.Ordinal));
        Assert.Contains("article.updated 3 3", await Facts(id, "concat_ws(' ', type, payload->>'version', payload->>'revision')", "events"));
    }

    [Fact]
    public async Task After_an_accepted_version_the_next_one_goes_straight_in()
    {
        var (id, etag) = await folder.Conflict("handed-back.txt", "To be handed back", "Handed back once", "Held by the editor");
        await host.Admin.Post(Address(id, await Waiting(id), "accept"), null, ("If-Match", etag));

        folder.Write("handed-back.txt", Page("Handed back twice"));
        var tally = await folder.Ingest();

        Assert.Equal((1, 0), (tally.Updated, tally.Conflict));
        Assert.Equal("Handed back twice", (string?)(await host.Get("/v1/articles/to-be-handed-back"))["headline"]);
    }

    [Fact]
    public async Task What_is_dismissed_stays_away_until_the_page_changes_again()
    {
        var (id, etag) = await folder.Conflict("dismissed.txt", "To be dismissed", "Dismissed from the page", "Kept by the editor");

        var dismissed = await host.Admin.Post(Address(id, await Waiting(id), "dismiss"), null, ("If-Match", etag));
        await folder.Ingest();
        folder.Write("dismissed.txt", Page("Dismissed from the page") + "\n");
        await folder.Ingest();

        Assert.Equal((200, etag, "Kept by the editor"), (dismissed.Status, dismissed.ETag, (string?)dismissed.Json["headline"]));
        Assert.Empty(await AllWaiting(id));

        folder.Write("dismissed.txt", Page("Another change of the page"));
        Assert.Equal(1, (await folder.Ingest()).Conflict);
        Assert.Equal("Another change of the page", (string?)(await Waiting(id))["headline"]);
        Assert.Contains("article.dismissRevision", await Facts(id, "action", "audit"));
        Assert.Contains("article.revisionDismissed", await Facts(id, "type", "events"));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("dismiss")]
    public async Task A_decision_names_the_version_that_its_maker_saw_and_is_made_once(string action)
    {
        var (id, etag) = await folder.Conflict($"{action}-once.txt", $"Conditions of {action}", $"Conditions of {action}, changed", "Conditions edited");
        var address = Address(id, await Waiting(id), action);
        var unmade = await host.RowsByTable();

        Assert.Equal(428, (await host.Admin.Post(address, null)).Status);
        Assert.Equal(412, (await host.Admin.Post(address, null, ("If-Match", "\"1-x\""))).Status);
        Assert.Equal(404, (await host.Admin.Post($"/v1/articles/{id}/revisions/{Guid.NewGuid()}/{action}", null, ("If-Match", etag))).Status);
        Assert.Equal(401, (await host.Client.Post(address, null, ("If-Match", etag))).Status);
        Assert.Equal(unmade, await host.RowsByTable());

        var made = await host.Admin.Post(address, null, ("If-Match", etag), ("Idempotency-Key", $"{action}-once"));
        var retried = await host.Admin.Post(address, null, ("If-Match", etag), ("Idempotency-Key", $"{action}-once"));
        var again = await host.Admin.Post(address, null, ("If-Match", made.ETag));
        Assert.Equal((200, 200, made.Text, 404), (made.Status, retried.Status, retried.Text, again.Status));
    }

    [Fact]
    public async Task Two_who_decide_at_once_are_not_both_heard()
    {
        var (id, etag) = await folder.Conflict("both.txt", "Decided by two", "Decided by two, changed", "Decided by the editor");
        var pending = await Waiting(id);

        var replies = await Task.WhenAll(
            host.Admin.Post(Address(id, pending, "accept"), null, ("If-Match", etag)),
            host.Admin.Post(Address(id, pending, "dismiss"), null, ("If-Match", etag)));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Single(replies, reply => reply.Status is 404 or 412);
    }

    [Fact]
    public async Task Nothing_is_accepted_into_the_trash()
    {
        var (id, etag) = await folder.Conflict("trashed.txt", "On its way to the trash", "On its way, changed", "On its way, edited");
        var trashed = await host.Act(id, "delete", etag);

        var accepted = await host.Admin.Post(Address(id, await Waiting(id), "accept"), null, ("If-Match", trashed.ETag));

        Assert.Equal((409, "conflict"), (accepted.Status, accepted.Code));
    }

    [Fact]
    public async Task A_cursor_of_what_was_saved_does_not_lead_through_what_waits()
    {
        var (id, _) = await folder.Conflict("walk.txt", "Walked through", "Walked through, changed", "Walked through, edited");
        var cursor = (await host.GetAsAdmin($"/v1/articles/{id}/revisions?limit=1"))["page"]!["nextCursor"];

        using var wrong = await host.Admin.GetAsync($"/v1/articles/{id}/revisions?state=pending&cursor={cursor}");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync($"/v1/articles/{id}/revisions?state=pending")).StatusCode);
    }

    /// <summary>A public story that an editor changed over HTTP before its page changed too; its id and present ETag.</summary>
    private Task<IEnumerable<string>> Facts(string id, string columns, string table) =>
        host.Query<string>($"select {columns} from {table} where resource_id = @id", new { id = Guid.Parse(id) });

    private async Task<JsonArray> AllWaiting(string id) => (await host.GetAsAdmin($"/v1/articles/{id}/revisions?state=pending"))["data"]!.AsArray();

    private async Task<JsonNode> Waiting(string id) => (await AllWaiting(id)).Single()!;

    private static string Address(string id, JsonNode waiting, string action) => $"/v1/articles/{id}/revisions/{waiting["pending"]!["id"]}/{action}";
}
