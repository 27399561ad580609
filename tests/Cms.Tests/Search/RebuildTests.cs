using Cms.Data;
using Cms.Search;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Search;

public sealed class RebuildTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_rebuild_makes_the_same_again_under_the_same_names_and_says_how_far_it_is()
    {
        for (var number = 0; number < 3; number++)
        {
            await host.Add(new Story { Headline = $"Walrus {number}" });
        }

        await host.Execute("update published_search set tsv = ''");
        Assert.Empty((await host.Get("/v1/search?q=walrus"))["data"]!.AsArray());
        var indexes = await Indexes();
        var told = new List<(long Done, long Total)>();

        Assert.Equal(3, await Rebuild((done, total) => told.Add((done, total))));

        Assert.Equal(3, (await host.Get("/v1/search?q=walrus"))["data"]!.AsArray().Count);
        Assert.Equal((3, 3), told[^1]);
        Assert.Equal(indexes, await Indexes());
        await host.Execute("delete from published_articles where slug like 'walrus%'");
        Assert.Empty(await host.Query<Guid>("select article_id from published_search"));
        // A second one finds all as the first did.
        Assert.Equal(0, await Rebuild((_, _) => { }));
        Assert.Equal(indexes, await Indexes());
    }

    [Fact]
    public async Task What_is_published_and_taken_down_meanwhile_is_neither_lost_nor_kept()
    {
        var before = await host.Add(new Story { Headline = "Puffin before" });
        var leaves = await host.Add(new Story { Headline = "Puffin leaves" });
        var hasChanged = false;

        await Rebuild((_, _) =>
        {
            if (!hasChanged)
            {
                hasChanged = true;
                Change(before, leaves).GetAwaiter().GetResult();
            }
        });

        var found = (await host.Get("/v1/search?q=puffin"))["data"]!.AsArray().Select(hit => (string)hit!["article"]!["headline"]!);
        Assert.Equal(["Puffin after", "Puffin new"], found.Order(StringComparer.Ordinal));
        await host.Execute("delete from published_articles");
    }

    [Fact]
    public async Task Two_rebuilds_at_once_are_one()
    {
        await using var connection = new NpgsqlConnection(host.Services.GetRequiredService<DatabaseAddress>().Newsroom + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(x'636D732D726562'::bigint)", connection);
        await command.ExecuteNonQueryAsync();

        Assert.Null(await Rebuild((_, _) => { }));
    }

    private async Task Change(Guid before, Guid leaves)
    {
        await host.Execute("update published_articles set headline = 'Puffin after', updated_at = now() where article_id = @before", new { before });
        await host.Execute("delete from published_articles where article_id = @leaves", new { leaves });
        await host.Add(new Story { Headline = "Puffin new", UpdatedAt = DateTime.UtcNow });
    }

    private Task<long?> Rebuild(Action<long, long> report) => host.Services.GetRequiredService<SearchRebuild>().Run(report, CancellationToken.None);

    private async Task<string> Indexes() => string.Join('\n', await host.Query<string>(
        """
        select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'published_search'::regclass
        union all
        select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'published_search'::regclass
        order by 1
        """));
}
