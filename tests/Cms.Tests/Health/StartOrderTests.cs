using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Health;

/// <summary>P14: the order of starting does not matter, and a database that was away leaves no trail.</summary>
public sealed class StartOrderTests(StartOrderTests.LateDatabase host) : IClassFixture<StartOrderTests.LateDatabase>
{
    [Fact]
    public async Task A_database_that_comes_late_goes_and_comes_back_is_found_each_time()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
        // It is found out beside the first answers.
        await CmsHost.WaitUntil(async () => (await TextOf("/health/ready")).Contains("does not exist", StringComparison.Ordinal));
        await IsUnavailable("/health/ready", "does not exist");
        await IsUnavailable("/v1/articles", "not ready");

        await host.CreateDatabase();
        await CmsHost.WaitUntil(async () => await StatusOf("/health/ready") == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/v1/articles"));

        await host.TakeDatabaseAway();
        await IsUnavailable("/health/ready", "Not ready");
        await IsUnavailable("/v1/articles", "database");
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/health/live"));

        await host.BringDatabaseBack();
        await CmsHost.WaitUntil(async () => await StatusOf("/v1/articles") == HttpStatusCode.OK);
        for (var request = 0; request < 50; request++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusOf("/v1/articles"));
        }
    }

    private async Task<HttpStatusCode> StatusOf(string path)
    {
        using var response = await host.Client.GetAsync(path);
        return response.StatusCode;
    }

    private async Task<string> TextOf(string path)
    {
        using var response = await host.Client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task IsUnavailable(string path, string because)
    {
        using var response = await host.Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("unavailable", (string?)JsonNode.Parse(text)!["code"]);
        Assert.Contains(because, text);
    }

    public sealed class LateDatabase(Cluster cluster) : CmsHost(cluster)
    {
        public override async ValueTask InitializeAsync()
        {
            DatabaseName = $"cms_late_{Environment.ProcessId}";
            await Start();
        }

        public Task CreateDatabase() => OnServer($"create database {DatabaseName} owner cms");

        public Task TakeDatabaseAway() => OnServer(
            $"alter database {DatabaseName} allow_connections false",
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{DatabaseName}'");

        public Task BringDatabaseBack() => OnServer($"alter database {DatabaseName} allow_connections true");

        private async Task OnServer(params string[] statements)
        {
            await using var connection = await Cluster.Open("postgres");
            foreach (var statement in statements)
            {
                await using var command = new Npgsql.NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
