using System.Net;
using Cms.Tests.Harness;
using static Cms.Tests.Articles.BulkRequests;

namespace Cms.Tests.Articles;

public sealed class BulkTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string Nowhere = "0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10";

    [Theory]
    [InlineData("atomic")]
    [InlineData("bestEffort")]
    public async Task A_story_goes_its_whole_way_in_one_request(string mode)
    {
        var id = Guid.CreateVersion7().ToString();

        var done = await host.Bulk(
            mode,
            $$$"""{"op": "create", "id": "{{{id}}}", "article": {"headline": "All at once {{{mode}}}", "kicker": "Port", "bodyHtml": "<p>Text</p>"}}""",
            Act("update", id, "\"1-\"", """{"deck": "Below", "kicker": null}"""),
            Act("publish", id, "\"2-\""),
            Act("unpublish", id, "\"3-\""),
            Act("publish", id, "\"4-\""));

        Assert.Equal([201, 200, 200, 200, 200], done.Statuses());
        Assert.All(Enumerable.Range(0, 5), index => Assert.Equal((index, id), ((int)done.Result(index)["index"]!, (string?)done.Result(index)["id"])));
        Assert.All(Enumerable.Range(0, 5), index => Assert.StartsWith($"\"{index + 1}-", (string?)done.Result(index)["etag"], StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 5), index => Assert.Null(done.Result(index)["problem"]));
        var story = await host.Get($"/v1/articles/{id}");
        Assert.Equal(("Below", null, 5), ((string?)story["deck"], (string?)story["kicker"], (int)story["version"]!));
        var gone = await host.Bulk(mode, Act("delete", id, (string)done.Result(4)["etag"]!));
        Assert.Equal([200], gone.Statuses());
        await host.GetProblem($"/v1/articles/{id}", HttpStatusCode.NotFound);
        var parameters = new { id = Guid.Parse(id) };
        Assert.Equal(
            ["article.create", "article.update", "article.publish", "article.unpublish", "article.publish", "article.delete"],
            await host.Query<string>("select action from audit where resource_id = @id order by id", parameters));
        Assert.Equal(
            ["article.created", "article.updated", "article.published", "article.unpublished", "article.published", "article.deleted"],
            await host.Query<string>("select type from events where resource_id = @id order by id", parameters));
    }

    [Fact]
    public async Task The_etag_of_a_result_is_the_one_that_the_single_route_gives()
    {
        var made = await host.Write();
        var changed = await host.Bulk("atomic", Act("update", made.Id(), made.ETag, """{"deck": "By bulk"}"""));

        var again = await host.Patch(made.Id(), (string)changed.Result(0)["etag"]!, """{"deck": "Alone"}""");
        Assert.Equal(200, again.Status);
        var replayed = await host.Bulk("atomic", Act("delete", made.Id(), again.ETag));
        var twice = await host.Act(made.Id(), "delete", (string)replayed.Result(0)["etag"]!);
        Assert.Equal((string?)replayed.Result(0)["etag"], twice.ETag);
    }

    [Fact]
    public async Task Operations_of_one_request_see_what_those_before_them_saved()
    {
        var id = Guid.CreateVersion7().ToString();
        var original = $$$"""{"op": "create", "id": "{{{id}}}", "article": {"headline": "The original"}}""";
        var translation = $$$"""{"op": "create", "article": {"headline": "L'original", "language": "fr", "translationOf": "{{{id}}}"}}""";

        var made = await host.Bulk("atomic", original, translation);
        var again = await host.Bulk("atomic", Act("update", id, (string)made.Result(0)["etag"]!, """{"deck": "Changed"}"""), translation);

        Assert.Equal([201, 201], made.Statuses());
        Assert.Equal([200, 201], again.Statuses());
        Assert.Equal([1, 1, 1], await host.Query<int>("select 1 from articles where translation_group = @id", new { id = Guid.Parse(id) }));
    }

    [Fact]
    public async Task Two_creates_of_one_id_are_refused_where_the_second_stands()
    {
        var twice = $$$"""{"op": "create", "id": "{{{Guid.CreateVersion7()}}}", "article": {"headline": "Twice"}}""";

        var refused = await host.Bulk("atomic", twice, twice);

        Assert.Equal(422, refused.Status);
        Assert.Equal(["/operations/1/id invalid"], refused.Errors);
    }

    [Fact]
    public async Task Atomic_leaves_nothing_behind_when_the_last_of_many_fails()
    {
        var made = await host.Write();
        var before = await host.Query<string>(Counts);

        var refused = await host.Bulk(
            "atomic",
            """{"op": "create", "article": {"headline": "Never", "authors": [{"name": "Nobody Stays"}], "bodyMarkdown": "Text."}}""",
            Act("publish", made.Id(), made.ETag),
            Act("update", made.Id(), made.ETag, """{"deck": "Too late"}"""));

        Assert.Equal((422, "unprocessable"), (refused.Status, refused.Code));
        Assert.Equal(["/operations/2/ifMatch invalid"], refused.Errors);
        Assert.Equal("precondition-failed", (string?)refused.Json["errors"]![0]!["meta"]!["problem"]);
        Assert.Equal(before, await host.Query<string>(Counts));
        Assert.Empty(await host.Query<string>("select name from contributors where name = 'Nobody Stays'"));
        await host.GetProblem($"/v1/articles/{made.Id()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Atomic_names_everything_that_is_wrong_with_the_stories_at_once()
    {
        var made = await host.Write();
        var refused = await host.Bulk(
            "atomic",
            """{"op": "create", "article": {"headline": 1, "body": [{"type": "poem"}]}}""",
            Create(),
            Act("update", made.Id(), made.ETag, """{"hedline": "x"}"""),
            Act("publish", made.Id(), null));

        Assert.Equal(422, refused.Status);
        Assert.Equal(
            [
                "/operations/0/article/headline type", "/operations/0/article/body/0/type not-in-list",
                "/operations/2/article/hedline unknown", "/operations/3/ifMatch required",
            ],
            refused.Errors);
    }

    [Fact]
    public async Task Best_effort_reports_each_failure_as_its_route_would_and_keeps_the_rest()
    {
        var made = await host.Write();
        var empty = await host.Write("{}");
        var draft = await host.Write();
        await host.Act((await host.Write("""{"headline": "Mine", "slug": "mine-alone", "bodyHtml": "<p>Text</p>"}""")).Id(), "publish", "\"1-\"");
        var before = (await host.Query<int>("select count(*)::int from audit")).Single();

        var done = await host.Bulk(
            "bestEffort",
            Create("Kept"),
            Act("publish", Nowhere, "\"1-\""),
            Act("update", made.Id(), "\"7-\"", "{}"),
            Act("unpublish", made.Id(), made.ETag),
            Act("publish", empty.Id(), empty.ETag),
            Act("update", made.Id(), null, "{}"),
            Act("update", made.Id(), "nonsense", "{}"),
            """{"op": "create", "article": {"sectionSlug": "nowhere", "authors": [{"name": "Left Over"}]}}""",
            $$$"""{"op": "create", "id": "{{{made.Id()}}}", "article": {}}""",
            Act("update", draft.Id(), draft.ETag, """{"slug": "mine-alone"}"""),
            Act("update", made.Id(), made.ETag, """{"deck": "Kept too"}"""));

        Assert.Equal([201, 404, 412, 409, 422, 428, 400, 422, 412, 409, 200], done.Statuses());
        Assert.Equal(["/operations/4/id required", "/operations/4/id required"], done.ErrorsOf(4));
        Assert.Equal(["/operations/6/ifMatch pattern"], done.ErrorsOf(6));
        Assert.Equal(["/operations/7/article/sectionSlug unknown-reference"], done.ErrorsOf(7));
        Assert.Equal(("slug-taken", "/operations/9/article/slug duplicate"), ((string?)done.Result(9)["problem"]!["code"], done.ErrorsOf(9).Single()));
        Assert.StartsWith("\"1-", (string?)done.Result(2)["etag"], StringComparison.Ordinal);
        Assert.Null(done.Result(7)["id"]);
        Assert.Equal(done.Header("X-Request-Id"), (string?)done.Result(1)["problem"]!["traceId"]);
        Assert.Equal(before + 2, (await host.Query<int>("select count(*)::int from audit")).Single());
        Assert.Empty(await host.Query<string>("select name from contributors where name = 'Left Over'"));
        Assert.Equal("Kept too", (string?)(await host.GetAsAdmin($"/v1/articles/{made.Id()}?view=draft"))["deck"]);
    }

    [Fact]
    public async Task A_retry_under_the_same_key_is_answered_as_before_and_changes_nothing()
    {
        var first = await host.Admin.Bulk("bestEffort", "bulk-once", Create("Only once in bulk"), Act("publish", Nowhere, "\"1-\""));
        var second = await host.Admin.Bulk("bestEffort", "bulk-once", Create("Only once in bulk"), Act("publish", Nowhere, "\"1-\""));
        var other = await host.Admin.Bulk("bestEffort", "bulk-once", Create("Another"));

        Assert.Equal([201, 404], second.Statuses());
        Assert.Equal(("true", first.Text), (second.Header("Idempotency-Replayed"), second.Text));
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal(1, (await host.Query<int>("select count(*)::int from revisions where headline = 'Only once in bulk'")).Single());
    }

    [Fact]
    public async Task Nothing_but_failures_is_an_answer_too()
    {
        var done = await host.Admin.Bulk("bestEffort", "all-fail", Act("publish", Nowhere, "\"1-\""));
        var again = await host.Admin.Bulk("bestEffort", "all-fail", Act("publish", Nowhere, "\"1-\""));

        Assert.Equal([404], done.Statuses());
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
    }
}
