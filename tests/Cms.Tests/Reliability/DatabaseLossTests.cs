using System.Diagnostics;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Reliability;

/// <summary>P14: a database that goes away under traffic is a 503 with Retry-After, and its return leaves no tail of errors.</summary>
public sealed class DatabaseLossTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Reads_and_writes_are_refused_while_it_is_away_and_served_within_two_seconds_of_its_return()
    {
        await Everyone();
        await OnServer(
            $"alter database {host.DatabaseName} allow_connections false",
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{host.DatabaseName}'");
        for (var round = 0; round < 3; round++)
        {
            Assert.All(await Everyone(), reply =>
            {
                Assert.Equal((503, "unavailable"), (reply.Status, reply.Code));
                Assert.NotNull(reply.Header("Retry-After"));
            });
        }

        await OnServer($"alter database {host.DatabaseName} allow_connections true");
        await MustRecover();
    }

    [Fact]
    public async Task A_restart_that_nobody_noticed_leaves_no_errors_two_seconds_later()
    {
        await Everyone();
        await OnServer($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{host.DatabaseName}'");

        await MustRecover();
    }

    private async Task MustRecover()
    {
        var since = Stopwatch.StartNew();
        await Task.Delay(1900);
        for (var round = 0; round < 5; round++)
        {
            Assert.All(await Everyone(), reply => Assert.True(reply.Status is 200 or 201, $"{since.Elapsed}: {reply.Status} {reply.Text}"));
        }
    }

    /// <summary>Reads, searches and writes at once, more than each pool has connections.</summary>
    private async Task<Reply[]> Everyone() => await Task.WhenAll(Enumerable.Range(0, 25).SelectMany(_ => new[]
    {
        host.Client.Send("GET", "/v1/articles", null, null),
        host.Client.Send("GET", "/v1/search?q=harbour", null, null),
        host.Admin.Send("GET", "/v1/articles?view=draft", null, null),
        host.Admin.Post("/v1/articles", WritingStories.Draft),
    }));

    private async Task OnServer(params string[] statements)
    {
        await using var connection = await cluster.Open("postgres");
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
