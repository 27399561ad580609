using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

public sealed class WritingConditionTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_change_without_If_Match_is_428_and_a_stale_one_412_with_the_present_ETag()
    {
        var made = await host.Write();
        var id = made.Id();
        Assert.Equal(428, (await host.Put(id, "{}")).Status);
        Assert.Equal(428, (await host.Put(id, "{}", ("If-Match", "*"))).Status);
        var changed = await host.Patch(id, made.ETag, """{"kicker": "Harbour"}""");

        var stale = await host.Patch(id, made.ETag, """{"kicker": "Port"}""");

        Assert.Equal(412, stale.Status);
        Assert.StartsWith("\"2-", stale.ETag, StringComparison.Ordinal);
        Assert.Equal(200, (await host.Patch(id, stale.ETag, """{"kicker": "Port"}""")).Status);
        Assert.StartsWith("\"2-", changed.ETag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_eight_writers_with_one_ETag_one_wins()
    {
        var made = await host.Write();

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => host.Patch(made.Id(), made.ETag, $$"""{"deck": "Writer {{number}}"}""")));

        var winner = Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(7, replies.Count(reply => reply.Status == 412));
        Assert.Equal((string?)winner.Json["deck"], (string?)(await host.GetAsAdmin($"/v1/articles/{made.Id()}?view=draft"))["deck"]);
        Assert.Equal([1, 2], await host.Query<int>("select number from revisions where article_id = @id order by number", new { id = Guid.Parse(made.Id()) }));
    }

    [Fact]
    public async Task One_key_sent_eight_times_makes_one_story()
    {
        const string body = """{"headline": "Only once"}""";
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Admin.Post("/v1/articles", body, ("Idempotency-Key", "only-once"))));

        Assert.All(replies, reply => Assert.Contains(reply.Status, new[] { 201, 409 }));
        Assert.Single(replies.Where(reply => reply.Status == 201).Select(reply => reply.Id()).Distinct());
        Assert.Equal(1, Assert.Single(await host.Query<int>("select count(*)::int from revisions where headline = 'Only once'")));
    }

    [Fact]
    public async Task A_retried_publication_is_answered_as_it_was()
    {
        var made = await host.Write();
        var first = await host.Admin.Post($"/v1/articles/{made.Id()}/publish", null, ("If-Match", made.ETag), ("Idempotency-Key", "publish-once"));
        var second = await host.Admin.Post($"/v1/articles/{made.Id()}/publish", null, ("If-Match", made.ETag), ("Idempotency-Key", "publish-once"));

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task PUT_makes_a_story_at_a_free_UUID_only()
    {
        var id = Guid.CreateVersion7().ToString();
        Assert.Equal(404, (await host.Put(id, WritingStories.Draft, ("If-Match", "\"1-x\""))).Status);
        var made = await host.Put(id, WritingStories.Draft, ("If-None-Match", "*"));
        Assert.Equal((201, id), (made.Status, made.Id()));
        Assert.Equal(412, (await host.Put(id, WritingStories.Draft, ("If-None-Match", "*"))).Status);
        Assert.Equal(404, (await host.Put("a-slug", WritingStories.Draft, ("If-None-Match", "*"))).Status);
    }

    [Fact]
    public async Task Readers_may_not_write()
    {
        Assert.Equal(401, (await host.Client.Post("/v1/articles", "nonsense")).Status);
    }
}
