using System.Diagnostics;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Reliability;

/// <summary>P11: what waits for the database waits for a bounded time, is told when to come back, and does not hold up other work.</summary>
public sealed class FullPoolTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Reads_that_hang_are_refused_in_time_while_writes_go_on_and_all_is_well_after()
    {
        await host.Write();
        await using var connection = await Lock("published_articles");
        var clock = Stopwatch.StartNew();
        var reads = Enumerable.Range(0, 50).Select(_ => host.Client.Send("GET", "/v1/articles", null, null)).ToList();
        await Task.Delay(200);

        Assert.Equal(201, (await host.Admin.Post("/v1/articles", WritingStories.Draft)).Status);
        Assert.Equal(200, (await host.Admin.Send("GET", "/v1/api-keys", null, null)).Status);
        Assert.True(reads.Count(read => read.IsCompleted) < 50);
        await MustBeTurnedAway(reads, clock);

        await connection.CloseAsync();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Client.Send("GET", "/v1/articles", null, null))), reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task Writes_that_hang_are_refused_in_time_while_reads_go_on_and_all_is_well_after()
    {
        var story = await host.Write();
        await host.Act(story.Id(), "publish", story.ETag);
        await using var connection = await Lock("audit");
        var clock = Stopwatch.StartNew();
        var writes = Enumerable.Range(0, 50).Select(_ => host.Admin.Post("/v1/articles", WritingStories.Draft)).ToList();
        await Task.Delay(200);

        await host.Get($"/v1/articles/{story.Id()}");
        await host.GetAsAdmin($"/v1/articles/{story.Id()}?view=draft");
        Assert.True(writes.Count(write => write.IsCompleted) < 50);
        await MustBeTurnedAway(writes, clock);

        await connection.CloseAsync();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Admin.Post("/v1/articles", WritingStories.Draft))), reply => Assert.Equal(201, reply.Status));
    }

    private static async Task MustBeTurnedAway(List<Task<Reply>> requests, Stopwatch clock)
    {
        foreach (var reply in await Task.WhenAll(requests))
        {
            Assert.Equal((503, "unavailable"), (reply.Status, reply.Code));
            Assert.NotNull(reply.Header("Retry-After"));
        }

        // Five seconds for a connection, two for a lock, and some for a busy machine; not the driver's thirty.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(12), $"It took {clock.Elapsed}.");
    }

    private async Task<NpgsqlConnection> Lock(string table)
    {
        var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
