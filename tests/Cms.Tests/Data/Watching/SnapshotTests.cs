using Cms.Data.Watching;

namespace Cms.Tests.Data.Watching;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("10:20:12,15", 9, true)]
    [InlineData("10:20:12,15", 10, true)]
    [InlineData("10:20:12,15", 12, false)]
    [InlineData("10:20:12,15", 13, true)]
    [InlineData("10:20:12,15", 15, false)]
    [InlineData("10:20:12,15", 20, false)]
    [InlineData("7:7:", 6, true)]
    [InlineData("7:7:", 7, false)]
    [InlineData("18446744073709551613:18446744073709551615:", 18446744073709551612, true)]
    public void It_contains_the_transactions_that_had_ended(string snapshot, ulong transaction, bool isContained)
    {
        Assert.Equal(isContained, new Snapshot(snapshot).Contains(transaction));
    }
}
