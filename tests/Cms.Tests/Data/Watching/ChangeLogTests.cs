using Cms.Data.Watching;

namespace Cms.Tests.Data.Watching;

public sealed class ChangeLogTests
{
    private readonly Guid one = Guid.CreateVersion7();
    private readonly Guid other = Guid.CreateVersion7();

    [Fact]
    public void A_resource_has_changed_since_the_generations_before_its_last_change()
    {
        var log = new ChangeLog();
        var start = log.Generation;
        log.Add([one]);
        var middle = log.Generation;
        log.Add([other]);

        Assert.True(log.HasChangedSince(start, [one]));
        Assert.False(log.HasChangedSince(middle, [one]));
        Assert.True(log.HasChangedSince(middle, [one, other]));
        Assert.True(log.HasChangedSince(middle));
        Assert.False(log.HasChangedSince(log.Generation));
    }

    [Fact]
    public void What_is_forgotten_counts_as_changed()
    {
        var log = new ChangeLog();
        var start = log.Generation;
        log.Forget();

        Assert.True(log.HasChangedSince(start, [one]));
        Assert.False(log.HasChangedSince(log.Generation, [one]));
    }

    [Fact]
    public void After_very_many_changes_everything_counts_as_changed()
    {
        var log = new ChangeLog();
        var start = log.Generation;
        for (var batch = 0; batch < 60; batch++)
        {
            log.Add([.. Enumerable.Range(0, 1_000).Select(_ => Guid.CreateVersion7())]);
        }

        Assert.True(log.HasChangedSince(start, [one]));
        Assert.False(log.HasChangedSince(log.Generation, [one]));
    }

    [Fact]
    public void Nothing_changed_is_no_generation_and_it_is_trusted_only_once_polled()
    {
        var log = new ChangeLog();
        var start = log.Generation;
        log.Add([]);

        Assert.Equal(start, log.Generation);
        Assert.False(log.IsTrusted);
        log.Trusts(System.Diagnostics.Stopwatch.GetTimestamp());
        Assert.True(log.IsTrusted);
        log.Distrust();
        Assert.False(log.IsTrusted);
    }
}
