using Cms.Data;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class IdempotencyTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string Input = """{"name":"Once","scopes":["audit:read"]}""";

    [Fact]
    public async Task A_retry_gets_the_first_answer_without_its_secret_and_changes_nothing()
    {
        var first = await Post(Input, "retry");
        var second = await Post(Input, "retry");

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Null(first.Header("Idempotency-Replayed"));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Equal((string?)first.Json["id"], (string?)second.Json["id"]);
        Assert.Equal((first.ETag, first.Header("Location")), (second.ETag, second.Header("Location")));
        Assert.Null(second.Json["secret"]);
        Assert.Equal(1, await AuditOf(first));
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        var made = await Post(Input, "reused");

        Assert.Equal((422, "idempotency-key-reused"), Outcome(await Post("""{"name":"Twice","scopes":["audit:read"]}""", "reused")));
        Assert.Equal((422, "idempotency-key-reused"), Outcome(await Post("{", "reused")));
        Assert.Equal((422, "idempotency-key-reused"), Outcome(await host.Admin.Post(
            made.Header("Location") + "/rotate", null, ("If-Match", made.ETag), ("Idempotency-Key", "reused"))));
    }

    [Fact]
    public async Task A_retried_change_is_answered_before_its_etag_is_found_stale()
    {
        var made = await Post(Input, "for-rotation");

        var first = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag), ("Idempotency-Key", "rotate"));
        var second = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag), ("Idempotency-Key", "rotate"));

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal(2, (int)second.Json["version"]!);
        Assert.Equal(2, await AuditOf(made));
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        Assert.Equal(422, (await Post("""{"name":"Once"}""", "mended")).Status);
        Assert.Equal(201, (await Post(Input, "mended")).Status);
    }

    [Fact]
    public async Task One_key_sent_many_times_at_once_makes_one_resource()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post("""{"name":"Parallel","scopes":["audit:read"]}""", "parallel")));

        Assert.Equal(1, (await host.Query<long>("select count(*) from api_keys where name = 'Parallel'")).Single());
        Assert.Equal(1, replies.Count(reply => reply.Status == 201 && reply.Header("Idempotency-Replayed") is null));
        Assert.All(replies.Where(reply => reply.Status != 201), reply =>
        {
            Assert.Equal((409, "idempotency-key-in-flight"), Outcome(reply));
            Assert.NotNull(reply.Header("Retry-After"));
        });
        Assert.Equal(201, (await Post("""{"name":"Parallel","scopes":["audit:read"]}""", "parallel")).Status);
    }

    [Fact]
    public async Task A_key_whose_first_request_is_at_work_is_a_409()
    {
        await using var write = new WriteTransaction(host.Services.GetRequiredService<Database>());
        await write.Begin(WriteStamp.Command, CancellationToken.None);
        var caller = (await host.Query<Guid>("select id from api_keys where is_bootstrap")).Single();
        await write.Claim(new IdempotencyKey(caller.ToString(), "busy", []), CancellationToken.None);

        Assert.Equal((409, "idempotency-key-in-flight"), Outcome(await Post(Input, "busy")));
        await write.DisposeAsync();
        Assert.Equal(201, (await Post(Input, "busy")).Status);
    }

    [Fact]
    public async Task Keys_of_different_callers_do_not_meet()
    {
        var other = await host.Admin.Post("/v1/api-keys", """{"name":"Other","scopes":["admin"]}""");
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)other.Json["secret"]!);

        var first = await Post(Input, "shared-name");
        var second = await client.Post("/v1/api-keys", """{"name":"Else","scopes":["audit:read"]}""", ("Idempotency-Key", "shared-name"));

        Assert.Equal((201, 201), (first.Status, second.Status));
    }

    [Fact]
    public async Task After_a_day_a_key_is_free_again_and_its_row_is_swept()
    {
        await Post(Input, "old");
        await Post(Input, "older");
        await host.Execute("update idempotency_keys set created_at = now() - interval '25 hours' where key in ('old', 'older')");

        var again = await Post("""{"name":"New","scopes":["audit:read"]}""", "old");

        Assert.Equal(201, again.Status);
        Assert.Equal(["old"], await host.Query<string>("select key from idempotency_keys where key in ('old', 'older')"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    public async Task A_key_that_cannot_be_one_is_refused(string key)
    {
        Assert.Equal((400, "invalid-parameter"), Outcome(await Post(Input, key)));
    }

    [Fact]
    public async Task A_key_is_taken_to_its_limit_and_no_longer()
    {
        Assert.Equal(201, (await Post(Input, new string('k', 255))).Status);
        Assert.Equal(400, (await Post(Input, new string('k', 256))).Status);
    }

    private Task<Reply> Post(string json, string key) => host.Admin.Post("/v1/api-keys", json, ("Idempotency-Key", key));

    private static (int, string?) Outcome(Reply reply) => (reply.Status, reply.Code);

    private async Task<long> AuditOf(Reply made) =>
        (await host.Query<long>("select count(*) from audit where resource_id = @id", new { id = (Guid)made.Json["id"]! })).Single();
}
