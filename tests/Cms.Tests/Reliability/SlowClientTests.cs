using Cms.Http;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>P11: a client that dawdles, stops or goes away holds no connection to the database and leaves nothing behind.</summary>
public sealed class SlowClientTests(CmsHost host) : IClassFixture<CmsHost>
{
    /// <summary>More than any pool has connections.</summary>
    private const int Many = 30;

    [Fact]
    public async Task Clients_that_send_half_a_body_hold_no_connection_and_are_let_go()
    {
        var before = await Revisions();
        var calls = Enumerable.Range(0, Many).Select(_ => new RawCall(host)).ToList();
        foreach (var call in calls)
        {
            await call.SendHead("POST /v1/articles", "Content-Type: application/json", "Content-Length: 1000");
            await call.Send("{\"headline\":");
        }

        Assert.Equal(0, await OpenTransactions());
        Assert.Equal(201, (await host.Admin.Post("/v1/articles", WritingStories.Draft)).Status);
        // One of them goes on, byte by byte: too slowly to be waited for.
        var trickle = Trickle(calls[0]);
        var answers = await Task.WhenAll(calls.Select(call => call.Receive(TimeSpan.FromSeconds(15))));
        Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer));
        await trickle;
        calls.ForEach(call => call.Dispose());
        Assert.Equal(before + 1, await Revisions());
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_leaves_nothing()
    {
        var before = await host.Rows();
        using (var call = new RawCall(host))
        {
            await call.SendHead("POST /v1/api-keys", "Content-Type: application/json", "Content-Length: 60", "Idempotency-Key: gone");
            await call.Send("""{"name":"Gone","scopes":["audit:read"]""");
        }

        await CmsHost.WaitUntil(async () => await OpenTransactions() == 0);
        Assert.Equal(before, await host.Rows());
        Assert.Equal(201, (await host.Admin.Post("/v1/api-keys", """{"name":"Gone","scopes":["audit:read"]}""", ("Idempotency-Key", "gone"))).Status);
    }

    [Fact]
    public async Task Clients_that_do_not_read_their_answer_hold_no_connection()
    {
        var story = await host.Write($$"""{"headline":"Long","bodyMarkdown":"{{string.Concat(Enumerable.Repeat("word ", 9_000))}}"}""");
        await host.Act(story.Id(), "publish", story.ETag);
        var calls = Enumerable.Range(0, Many).Select(_ => new RawCall(host, receiveBuffer: 1024)).ToList();
        foreach (var call in calls)
        {
            // Many answers on one connection, so that no buffer on the way holds them all.
            for (var request = 0; request < 100; request++)
            {
                await call.SendHead($"GET /v1/articles/{story.Id()}");
            }
        }

        await host.Get($"/v1/articles/{story.Id()}");
        Assert.Equal(201, (await host.Admin.Post("/v1/articles", WritingStories.Draft)).Status);
        await CmsHost.WaitUntil(async () => await BusyConnections() == 0, seconds: 10);
        calls.ForEach(call => call.Dispose());
    }

    [Theory]
    [InlineData("POST /v1/articles", 10 * Limits.ArticleBytes)]
    [InlineData("POST /v1/api-keys", Limits.BodyBytes + 1)]
    public async Task A_body_that_says_that_it_is_too_large_is_refused_unread(string line, int bytes)
    {
        using var call = new RawCall(host);
        await call.SendHead(line, "Content-Type: application/json", $"Content-Length: {bytes}");

        Assert.StartsWith("HTTP/1.1 413", await call.Receive(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("80000000")]
    [InlineData("ffffffffffffffff")]
    [InlineData("zz")]
    public async Task A_chunk_that_no_number_can_count_is_a_bad_request(string size)
    {
        using var call = new RawCall(host);
        await call.SendHead("POST /v1/articles", "Content-Type: application/json", "Transfer-Encoding: chunked");
        await call.Send($"{size}\r\n{{}}\r\n");

        Assert.StartsWith("HTTP/1.1 400", await call.Receive(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_body_that_does_not_say_is_refused_once_it_is_too_large()
    {
        using var call = new RawCall(host);
        await call.SendHead("POST /v1/articles", "Content-Type: application/json", "Transfer-Encoding: chunked");
        var answer = call.Receive(TimeSpan.FromSeconds(10));
        var chunk = $"10000\r\n{new string(' ', 0x10000)}\r\n";
        var sent = 0;
        while (!answer.IsCompleted && sent < 160)
        {
            await call.Send(chunk);
            sent++;
            await Task.Delay(5);
        }

        Assert.StartsWith("HTTP/1.1 413", await answer);
        Assert.InRange(sent, 16, 100);
    }

    private async Task<int> Revisions() => (await host.Query<int>("select count(*)::int from revisions")).Single();

    private static async Task Trickle(RawCall call)
    {
        for (var sent = 0; sent < 8; sent++)
        {
            await Task.Delay(1000);
            try
            {
                await call.Send(" ");
            }
            catch (System.Net.Sockets.SocketException)
            {
                return;
            }
        }
    }

    private async Task<long> OpenTransactions() => (await host.Query<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'")).Single();

    private async Task<long> BusyConnections() => (await host.Query<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'")).Single();
}
