using Cms.Http;
using Cms.Tests.Harness;
using static Cms.Tests.Articles.BulkRequests;

namespace Cms.Tests.Articles;

public sealed class BulkRefusalTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_hundred_operations_are_done_and_one_more_is_refused()
    {
        var done = await host.Bulk("atomic", [.. Enumerable.Repeat(Create("A hundred"), Limits.BulkOperations)]);
        var refused = await host.Bulk("bestEffort", [.. Enumerable.Repeat(Create("A hundred"), Limits.BulkOperations + 1)]);
        var none = await host.Bulk("bestEffort");

        Assert.Equal(Enumerable.Repeat(201, Limits.BulkOperations), done.Statuses());
        Assert.Equal((422, "/operations too-many"), (refused.Status, refused.Errors.Single()));
        Assert.Equal((422, "/operations required"), (none.Status, none.Errors.Single()));
        Assert.Equal(Limits.BulkOperations, (await host.Query<int>("select count(*)::int from revisions where headline = 'A hundred'")).Single());
        Assert.Equal(Limits.BulkOperations, (await host.Query<int>(
            "select count(distinct resource_id)::int from audit where resource_id in (select article_id from revisions where headline = 'A hundred')")).Single());
    }

    [Theory]
    [InlineData("""{"op": "create"}""", "/operations/0/article required")]
    [InlineData("""{"op": "create", "ifMatch": "\"1-\"", "article": {}}""", "/operations/0/ifMatch invalid")]
    [InlineData("""{"op": "publish", "ifMatch": "\"1-\""}""", "/operations/0/id required")]
    [InlineData("""{"op": "publish", "id": "a-slug", "ifMatch": "\"1-\""}""", "/operations/0/id pattern")]
    [InlineData("""{"op": "publish", "id": "0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10", "article": {}}""", "/operations/0/article invalid")]
    [InlineData("""{"op": "archive"}""", "/operations/0/op not-in-list")]
    [InlineData("""{"op": "create", "article": {}, "status": 1}""", "/operations/0/status unknown")]
    [InlineData("null", "/operations/0 type")]
    public async Task A_wrong_frame_refuses_the_whole_request_in_either_mode(string operation, string error)
    {
        var before = await host.Query<string>(Counts);
        foreach (var mode in new[] { "atomic", "bestEffort" })
        {
            var refused = await host.Bulk(mode, operation, Create());
            Assert.True(refused.Status == 422, refused.Text);
            Assert.Equal([error], refused.Errors);
        }

        Assert.Equal(before, await host.Query<string>(Counts));
    }

    [Fact]
    public async Task A_story_that_is_no_object_or_holds_half_a_character_is_refused()
    {
        var refused = await host.Bulk("bestEffort", """{"op": "create", "article": [1]}""", """{"op": "create", "article": "x"}""", Create());
        var unreadable = await host.Bulk("bestEffort", """{"op": "create", "article": {"a": [{"\ud800": 1}]}, "unknown": 1}""");

        Assert.Equal([422, 422, 201], refused.Statuses());
        Assert.Equal(["/operations/0/article type"], refused.ErrorsOf(0));
        Assert.Equal((400, "bad-request"), (unreadable.Status, unreadable.Code));
    }

    [Fact]
    public async Task A_story_is_as_large_as_its_own_route_takes_and_the_request_ten_times_that()
    {
        string Large(int length) => $$$"""{"op": "create", "article": {"bodyHtml": "<p>{{{new string('a', length)}}}</p>"}}""";
        var each = await host.Bulk("bestEffort", Large(Limits.ArticleBytes), Create());
        // Asked for first: the answer comes before the body is sent.
        var all = await host.Admin.Post(
            "/v1/articles/bulk",
            $$"""{"mode": "atomic", "operations": [{{string.Join(',', Enumerable.Repeat(Large(Limits.ArticleBytes), 10))}}]}""",
            ("Idempotency-Key", "too-large"),
            ("Expect", "100-continue"));
        var atomic = await host.Bulk("atomic", Create(), Large(Limits.ArticleBytes));

        Assert.Equal([413, 201], each.Statuses());
        Assert.Equal((413, "payload-too-large"), (all.Status, all.Code));
        Assert.Equal((422, "/operations/1/article too-long"), (atomic.Status, atomic.Errors.Single()));
    }

    [Fact]
    public async Task The_key_of_an_attempt_is_required()
    {
        var refused = await host.Admin.Post("/v1/articles/bulk", """{"mode": "atomic", "operations": [{"op": "create", "article": {}}]}""");

        Assert.Equal((400, "Idempotency-Key required"), (refused.Status, refused.Errors.Single()));
    }

    [Fact]
    public async Task What_its_scopes_do_not_say_a_key_may_not_do_in_bulk_either()
    {
        using var reader = await host.ClientWith("articles:read-drafts");
        using var writer = await host.ClientWith("articles:write");
        var draft = await host.Write();
        var made = await host.Write();
        var published = await host.Act(made.Id(), "publish", made.ETag);

        Assert.Equal(401, (await host.Client.Bulk("atomic", "none", Create())).Status);
        Assert.Equal(403, (await reader.Bulk("atomic", "reader", Create())).Status);
        var each = await writer.Bulk(
            "bestEffort",
            "each",
            Create(),
            Act("publish", draft.Id(), null),
            Act("unpublish", made.Id(), published.ETag),
            Act("delete", made.Id(), published.ETag),
            Act("delete", draft.Id(), draft.ETag));
        Assert.Equal([201, 403, 403, 403, 200], each.Statuses());
        Assert.Equal(200, (await host.Client.Send("GET", $"/v1/articles/{made.Id()}", null, null)).Status);

        var before = await host.Query<string>(Counts);
        var early = await writer.Bulk("atomic", "early", """{"op": "create", "article": {"headline": 1}}""", Act("publish", draft.Id(), draft.ETag));
        var late = await writer.Bulk("atomic", "late", Create(), Act("delete", made.Id(), published.ETag));
        Assert.Equal((403, "/operations/1/op invalid"), (early.Status, early.Errors.Single()));
        Assert.Equal((403, "/operations/1/op invalid"), (late.Status, late.Errors.Single()));
        Assert.Equal(before, await host.Query<string>(Counts));
    }
}
