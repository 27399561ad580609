using Cms.Data;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Http.Caching;

/// <summary>Reads that are made slow in the middle: the row is read, the answer not yet made.</summary>
public sealed class SlowFillTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>, IAsyncLifetime
{
    private const int Gate = 4711;

    public async ValueTask InitializeAsync() => await host.Execute(
        $"""
        create or replace function slowly(value text) returns text language plpgsql as $$
        begin
            perform pg_advisory_xact_lock_shared({Gate});
            return value;
        end
        $$;

        do $$
        begin
            execute 'create or replace view public_articles as '
                || replace(pg_get_viewdef('public_articles'::regclass), ' p.excerpt,', ' slowly(p.excerpt) as excerpt,');
        end
        $$
        """);

    [Fact]
    public async Task A_slow_read_never_brings_back_what_has_changed_meanwhile()
    {
        var id = await host.Add(new Story { Headline = "Before", Slug = "slow-story" });
        using var client = host.NewDirectClient();
        await using var gate = await Close();
        var reads = new[] { "/v1/articles/slow-story", "/v1/articles?limit=5" }.Select(address => client.Send("GET", address, null, null)).ToList();
        await WaitForReaders(2);

        await host.Execute("update published_articles set headline = 'After' where article_id = @id", new { id });
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();
        await gate.DisposeAsync();
        var slow = await Task.WhenAll(reads);

        Assert.Equal("Before", (string?)slow[0].Json["headline"]);
        Assert.False(host.Keeps("/v1/articles/slow-story"));
        Assert.False(host.Keeps("/v1/articles?limit=5"));
        Assert.Equal("After", await client.Headline("/v1/articles/slow-story"));
        Assert.Equal("After", (string?)(await client.Send("GET", "/v1/articles?limit=5", null, null)).Json["data"]![0]!["headline"]);
    }

    [Fact]
    public async Task Whoever_asks_after_a_change_does_not_get_what_another_began_to_read_before()
    {
        var id = await host.Add(new Story { Headline = "Before", Slug = "shared-story" });
        using var client = host.NewDirectClient();
        await using var gate = await Close();
        var early = client.Headline("/v1/articles/shared-story");
        await WaitForReaders(1);

        await host.Execute("update published_articles set headline = 'After' where article_id = @id", new { id });
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();
        var late = client.Headline("/v1/articles/shared-story");
        await Task.Delay(50);
        await gate.DisposeAsync();

        Assert.Equal(("Before", "After"), (await early, await late));
    }

    [Fact]
    public async Task Of_many_that_ask_the_same_at_once_one_asks_the_database()
    {
        await host.Add(new Story { Headline = "Once", Slug = "asked-once" });
        await host.Warm("/v1/meta");
        using var client = host.NewDirectClient();
        await using var gate = await Close();
        var readers = Enumerable.Range(0, 20).Select(_ => client.Headline("/v1/articles/asked-once")).ToList();
        await WaitForReaders(1);
        await Task.Delay(300);

        Assert.Equal(1, await Readers());
        await gate.DisposeAsync();
        Assert.All(await Task.WhenAll(readers), headline => Assert.Equal("Once", headline));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<NpgsqlConnection> Close()
    {
        var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Gate})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task WaitForReaders(int count) => CmsHost.WaitUntil(async () => await Readers() == count, seconds: 2);

    private async Task<long> Readers() =>
        (await host.Query<long>(
            $"""
            select count(*)
            from pg_locks
            where locktype = 'advisory' and objid = {Gate} and not granted
              and database = (select oid from pg_database where datname = current_database())
            """)).Single();
}
