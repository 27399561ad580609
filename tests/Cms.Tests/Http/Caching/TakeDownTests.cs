using System.Diagnostics;
using Cms.Data;
using Cms.Data.Watching;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Http.Caching;

/// <summary>P4: what was taken down no process serves once that is acknowledged, and what was published every process shows within a second.</summary>
public sealed class TakeDownTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>, IAsyncLifetime
{
    private const string CutAll =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'cms watch'";

    private const string CutListeners = $"{CutAll} and query like 'listen%'";

    private Twin twin = null!;

    public async ValueTask InitializeAsync() => twin = await Twin.Of(cluster, host);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await twin.DisposeAsync();
    }

    [Theory]
    [InlineData("unpublish", false)]
    [InlineData("delete", false)]
    [InlineData("unpublish", true)]
    public async Task A_story_that_was_taken_down_is_nowhere_served(string action, bool isNoticeCut)
    {
        using var client = twin.NewDirectClient();
        for (var turn = 0; turn < 10; turn++)
        {
            var (id, etag) = await Publish();
            await twin.Warm($"/v1/articles/{id}");
            await twin.Warm("/v1/articles?limit=1");
            if (isNoticeCut)
            {
                await host.Execute(CutListeners);
            }

            await host.Act(id, action, etag);

            Assert.Null(await client.Headline($"/v1/articles/{id}"));
            Assert.DoesNotContain(id, (await client.Send("GET", "/v1/articles?limit=1", null, null)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_published_shows_everywhere_within_a_second_also_without_any_notice()
    {
        using var client = twin.NewDirectClient();
        var (id, etag) = await Publish();
        await twin.Warm($"/v1/articles/{id}");
        await host.Execute(CutListeners);

        etag = (await host.Patch(id, etag, """{"headline": "Put right"}""")).ETag;
        await host.Act(id, "publish", etag);
        await Task.Delay(ChangeLog.Trust);

        Assert.Equal("Put right", await client.Headline($"/v1/articles/{id}"));
    }

    [Fact]
    public async Task A_process_that_cannot_poll_serves_nothing_that_it_kept_after_a_second()
    {
        using var client = twin.NewDirectClient();
        var (id, etag) = await Publish();
        await twin.Warm($"/v1/articles/{id}");
        await using var blind = await Blind();

        // Neither process can follow, so the one waits and the other distrusts what it kept.
        var clock = Stopwatch.StartNew();
        await host.Act(id, "unpublish", etag);
        Assert.True(clock.Elapsed >= ChangeLog.Trust, "It was acknowledged while another process might have served it.");
        Assert.Null(await client.Headline($"/v1/articles/{id}"));
        Assert.False(twin.Services.GetRequiredService<Database>().Changes.IsTrusted);

        await blind.DisposeAsync();
        await CmsHost.WaitUntil(() => Task.FromResult(twin.Services.GetRequiredService<Database>().Changes.IsTrusted));
        Assert.Null(await client.Headline($"/v1/articles/{id}"));
    }

    [Fact]
    public async Task A_retry_is_answered_no_sooner_than_what_it_repeats_is_complete()
    {
        using var client = twin.NewDirectClient();
        var (id, etag) = await Publish();
        await twin.Warm($"/v1/articles/{id}");
        await using var blind = await Blind();
        var first = TakeDown();
        const string status = "select status from articles where id = @id::uuid";
        await CmsHost.WaitUntil(async () => (await host.Query<string>(status, new { id })).Single() == "unpublished");

        var retry = await TakeDown();

        Assert.Equal((200, "true"), (retry.Status, retry.Header("Idempotency-Replayed")));
        Assert.Null(await client.Headline($"/v1/articles/{id}"));
        Assert.Equal(200, (await first).Status);

        Task<Reply> TakeDown() => host.Admin.Post($"/v1/articles/{id}/unpublish", null, ("If-Match", etag), ("Idempotency-Key", id));
    }

    [Fact]
    public async Task A_process_whose_connections_were_cut_forgets_what_it_kept()
    {
        using var client = twin.NewDirectClient();
        var (id, _) = await Publish();
        await twin.Warm($"/v1/articles/{id}");
        var changes = twin.Services.GetRequiredService<Database>().Changes;

        await host.Execute(CutAll);

        // It follows again, and what it kept before is of no use.
        await CmsHost.WaitUntil(() => Task.FromResult(changes.IsTrusted && !twin.Keeps($"/v1/articles/{id}")));
        Assert.NotNull(await client.Headline($"/v1/articles/{id}"));
    }

    [Fact]
    public async Task A_process_that_stopped_is_not_waited_for()
    {
        var before = await Watching();
        await twin.Stop();

        Assert.Equal(before - 1, await Watching());
        twin = await Twin.Of(cluster, host);
    }

    /// <summary>Lets no process follow the changes, until it is disposed of.</summary>
    private async Task<NpgsqlConnection> Blind()
    {
        var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin; lock table watching_processes in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<long> Watching() => (await host.Query<long>("select count(*) from watching_processes")).Single();

    private async Task<(string Id, string ETag)> Publish()
    {
        var made = await host.Write();
        return (made.Id(), (await host.Act(made.Id(), "publish", made.ETag)).ETag);
    }
}
