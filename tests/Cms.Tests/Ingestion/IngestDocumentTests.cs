using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cms.Http;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>One document sent over HTTP goes the way of a file of a folder.</summary>
public sealed class IngestDocumentTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_document_that_is_sent_becomes_a_story_and_its_run_can_be_read()
    {
        var sent = await host.SendDocument("001_00000000000000d1.txt", Page("Sent by wire"));

        Assert.Equal((201, "upload", 1), (sent.Status, (string?)sent.Json["kind"], (int)sent.Json["counts"]!["created"]!));
        var location = sent.Headers.Location!.ToString();
        var run = await host.Admin.Send("GET", location, null, null);
        Assert.True(JsonNode.DeepEquals(sent.Json, run.Json));
        Assert.Equal(sent.ETag, run.ETag);
        var story = await host.Get("/v1/articles/sent-by-wire");
        var source = story["source"]!;
        Assert.Equal("textPage 00000000000000d1 001_00000000000000d1.txt", $"{source["kind"]} {source["key"]} {source["file"]}");
        Assert.Equal((string?)story["id"], (string?)(await Document(sent))["articleId"]);
    }

    [Fact]
    public async Task A_write_over_http_is_audited_under_its_key_and_request()
    {
        var sent = await host.SendDocument("trail.txt", Page("Sent with a trail"));

        var requestId = sent.Header("X-Request-Id");
        var rows = await host.Query<(string Caller, string Action)>(
            "select caller, action from audit where request_id = @requestId order by id", new { requestId });
        Assert.Equal(["article.publish", "ingestion.create"], rows.Select(row => row.Action));
        Assert.Single(rows.Select(row => row.Caller).Distinct());
        Assert.True(Guid.TryParse(rows.First().Caller, out _));
        Assert.Equal([rows.First().Caller], await host.Query<string>("select created_by from revisions where headline = 'Sent with a trail'"));
    }

    [Fact]
    public async Task The_next_version_changes_the_story_the_same_one_is_counted_only_and_another_name_is_a_duplicate()
    {
        await host.SendDocument("versions.txt", Page("In two versions"));
        var same = await host.SendDocument("versions.txt", Page("In two versions"));
        var copy = await host.SendDocument("copy.txt", Page("In two versions"));
        var next = await host.SendDocument("versions.txt", Page("In two versions", "The council met again."));

        Assert.Equal(
            ("unchanged", "duplicate", "updated"),
            (Outcome(same), Outcome(copy), Outcome(next)));
        Assert.Equal(2, (int)(await host.Get("/v1/articles/in-two-versions"))["revision"]!);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_a_run_with_one_rejected_document()
    {
        var sent = await host.SendDocument("broken.txt", "Supervisor Elham AbolFateh\n\nOnly a Headline\n\nMon 28 Sep 2020");
        var empty = await host.SendDocument("empty.txt", "");

        Assert.Equal((201, "rejected"), (sent.Status, Outcome(sent)));
        var document = await Document(sent);
        Assert.Equal("broken.txt rejected E_NO_BODY", $"{document["file"]} {document["outcome"]} {document["code"]}");
        Assert.NotNull(document["line"]);
        Assert.Equal("E_EMPTY", (string?)(await Document(empty))["code"]);
        Assert.Equal(["open"], await host.Query<string>("select state from quarantine where source_key = 'broken'"));
    }

    [Fact]
    public async Task What_the_database_refuses_is_rejected_and_the_run_is_stored()
    {
        await host.Execute("alter table revisions add constraint revisions_taste_check check (headline <> 'In bad taste')");

        var sent = await host.SendDocument("taste.txt", Page("In bad taste"));

        Assert.Equal((201, "rejected"), (sent.Status, Outcome(sent)));
        Assert.Equal("E_REFUSED", (string?)(await Document(sent))["code"]);
        Assert.Equal(
            ["ingestion.create"],
            await host.Query<string>("select action from audit where request_id = @id", new { id = sent.Header("X-Request-Id") }));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_stores_nothing()
    {
        await host.SendDocument("dry-known.txt", Page("Known before the dry run"));
        var before = await host.RowsByTable();

        var fresh = await host.SendDocument("dry.txt", Page("Only tried, by a new author"), more: "&dryRun=true");
        var broken = await host.SendDocument("dry-broken.txt", "Only a Headline", more: "&dryRun=true");
        var known = await host.SendDocument("dry-known.txt", Page("Known and changed in the dry run"), more: "&dryRun=true");

        Assert.Equal(before, await host.RowsByTable());
        Assert.Equal((200, 200, 200), (fresh.Status, broken.Status, known.Status));
        Assert.Equal(("created", "rejected", "updated"), (Outcome(fresh), Outcome(broken), Outcome(known)));
        Assert.Null(fresh.Json["documents"]![0]!["articleId"]);
        Assert.NotNull(broken.Json["documents"]![0]!["code"]);
        Assert.Equal((string?)(await host.Get("/v1/articles/known-before-the-dry-run"))["id"], (string?)known.Json["documents"]![0]!["articleId"]);
        await host.GetProblem("/v1/articles/only-tried-by-a-new-author", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_goes_to_the_publication_that_is_named()
    {
        await host.Execute(
            """
            insert into publications (id, slug, name, language, time_zone, site_url, article_path, is_default)
            select gen_random_uuid(), 'evening', 'Evening Paper', language, 'Europe/London', site_url, article_path, false
            from publications
            """);

        var sent = await host.SendDocument("evening.txt", Page("Printed in the evening"), more: "&publication=evening");

        Assert.Equal(201, sent.Status);
        await host.GetProblem("/v1/articles/printed-in-the-evening", HttpStatusCode.NotFound);
        var story = await host.Get("/v1/articles/printed-in-the-evening?publication=evening");
        Assert.Equal((string?)sent.Json["publicationId"], (string?)story["publication"]!["id"]);
        Assert.Equal("2020-09-28T10:15:00Z", (string?)story["publishedAt"]);
    }

    [Fact]
    public async Task A_retry_is_answered_again_and_stores_nothing_more()
    {
        var first = await host.SendDocument("retried.txt", Page("Sent twice"), key: "the-same-attempt");
        var before = await host.RowsByTable();
        var again = await host.SendDocument("retried.txt", Page("Sent twice"), key: "the-same-attempt");
        var other = await host.SendDocument("retried.txt", Page("Sent twice with other words"), key: "the-same-attempt");

        Assert.Equal((201, "true"), (again.Status, again.Header("Idempotency-Replayed")));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal(before, await host.RowsByTable());
    }

    [Fact]
    public async Task What_is_wrong_with_the_request_is_named()
    {
        var page = Encoding.UTF8.GetBytes(Page("Never stored"));
        var before = await host.RowsByTable();

        var unkeyed = await host.Admin.Send("POST", "/v1/ingestions?name=a.txt", page, "text/plain");
        var unnamed = await host.Admin.Send("POST", "/v1/ingestions", page, "text/plain", ("Idempotency-Key", "k1"));
        var inFolder = await host.SendDocument("folder/a.txt", "x");
        var longName = await host.SendDocument(new string('a', Limits.FileName + 1), "x");
        var nowhere = await host.SendDocument("a.txt", Page("Never stored"), more: "&publication=nowhere");
        var pdf = await host.Admin.Send("POST", "/v1/ingestions?name=a.pdf", page, "application/pdf", ("Idempotency-Key", "k2"));
        var foreign = await host.Admin.Send("POST", "/v1/ingestions?name=a.txt", page, "text/plain; charset=windows-1256", ("Idempotency-Key", "k3"));
        var tooMuch = Encoding.UTF8.GetBytes(new string('a', Limits.SourceDocumentBytes + 1));
        var large = await SendLarge(tooMuch, ("Expect", "100-continue"));
        var streamed = await SendLarge(tooMuch, ("Transfer-Encoding", "chunked"));
        var anonymous = await host.Client.Send("POST", "/v1/ingestions?name=a.txt", page, "text/plain", ("Idempotency-Key", "k4"));

        Assert.Equal(["Idempotency-Key required"], unkeyed.Errors);
        Assert.Equal(["name required"], unnamed.Errors);
        Assert.Equal(["name pattern"], inFolder.Errors);
        Assert.Equal(["name too-long"], longName.Errors);
        Assert.Equal(["publication unknown-reference"], nowhere.Errors);
        Assert.Equal((415, 415, 401), (pdf.Status, foreign.Status, anonymous.Status));
        Assert.Equal((413, 413), (large.Status, streamed.Status));
        Assert.Contains("text/plain", pdf.Header("Accept-Post"), StringComparison.Ordinal);
        Assert.Equal(before, await host.RowsByTable());
    }

    [Fact]
    public async Task The_largest_document_is_read()
    {
        var text = Page("The largest document");
        var sent = await host.SendDocument("largest.txt", text + new string(' ', Limits.SourceDocumentBytes - Encoding.UTF8.GetByteCount(text)));

        Assert.Equal((201, "created"), (sent.Status, Outcome(sent)));
    }

    [Fact]
    public async Task Many_at_once_under_one_name_make_one_story()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => host.SendDocument("race.txt", Page("Sent by many", $"Version {at} of the words."))));

        Assert.All(sent, reply => Assert.Equal(201, reply.Status));
        Assert.Equal(1, sent.Count(reply => Outcome(reply) == "created"));
        Assert.Equal([6], await host.Query<int>("select revision from articles where slug = 'sent-by-many'"));
    }

    /// <summary>Waits for the server's word, or sends in pieces: one that refuses early breaks off the connection of a client that goes on.</summary>
    private Task<Reply> SendLarge(byte[] body, (string Name, string Value) manner) => host.Admin.Send(
        "POST", "/v1/ingestions?name=large.txt", body, "text/plain", ("Idempotency-Key", Guid.NewGuid().ToString()), manner);

    private async Task<JsonNode> Document(Reply sent) =>
        (await host.GetAsAdmin($"/v1/ingestions/{sent.Json["id"]}/documents"))["data"]!.AsArray().Single()!;

    private static string Outcome(Reply sent) => sent.Json["counts"]!.AsObject().Single(count => count.Key != "seen" && (int)count.Value! == 1).Key;
}
