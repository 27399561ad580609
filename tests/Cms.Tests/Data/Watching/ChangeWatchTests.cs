using Cms.Data;
using Cms.Tests.Harness;

namespace Cms.Tests.Data.Watching;

public sealed class ChangeWatchTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task What_every_process_has_seen_is_swept_however_much_it_is()
    {
        await host.Execute("insert into public_changes (resource) select gen_random_uuid() from generate_series(1, 25000)");

        await CmsHost.WaitUntil(async () => (await host.Query<long>("select count(*) from public_changes")).Single() == 0);

        Assert.True(host.Services.GetRequiredService<Database>().Changes.IsTrusted);
    }

    [Fact]
    public async Task More_changes_than_are_worth_telling_apart_count_as_a_change_of_everything()
    {
        var changes = host.Services.GetRequiredService<Database>().Changes;
        await CmsHost.WaitUntil(() => Task.FromResult(changes.IsTrusted));
        var before = changes.Generation;

        await host.Execute("insert into public_changes (resource) select gen_random_uuid() from generate_series(1, 6000)");
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();

        Assert.True(changes.HasChangedSince(before, [Guid.CreateVersion7()]));
    }

    [Fact]
    public async Task A_change_of_anything_counts_as_a_change_of_everything()
    {
        var changes = host.Services.GetRequiredService<Database>().Changes;
        await CmsHost.WaitUntil(() => Task.FromResult(changes.IsTrusted));
        var before = changes.Generation;

        await host.Execute("insert into public_changes (resource) values (null)");
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();

        Assert.True(changes.HasChangedSince(before, [Guid.CreateVersion7()]));
    }
}
