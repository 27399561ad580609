using Cms.Search;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class StatisticsTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData(1_000, 0, 9_999, .1, false)]
    [InlineData(1_000, 1, 1, .01, false)]
    [InlineData(1_000, 1, 3, .01, true)]
    [InlineData(1_000, -1, 6, .1, true)]
    [InlineData(1_000_000, 100, 60, 3, false)]
    [InlineData(1_000_000, 100, 151, 3, true)]
    [InlineData(1_000_000, 60_000, 10, 3, false)]
    [InlineData(1_000_000, 60_000, 13, 3, true)]
    [InlineData(1_000_000, 1, 3_601, 1_000, true)]
    public void New_ones_are_made_after_a_change_as_often_as_they_are_cheap(long stories, long changes, double seconds, double cost, bool isTooOld) =>
        Assert.Equal(isTooOld, new StatisticsAge { Stories = stories, Changes = changes, Seconds = seconds, Cost = cost }.IsTooOld);

    [Fact]
    public async Task Misspelt_words_are_mended_seconds_after_the_first_stories()
    {
        await host.Add(new Story { Headline = "A balloonist" });
        string? correctedTo = null;
        for (var attempt = 0; attempt < 100 && correctedTo is null; attempt++)
        {
            await Task.Delay(100);
            correctedTo = (string?)(await host.Get($"/v1/search?q=baloonist&limit={1 + (attempt % 50)}"))["query"]!["correctedTo"];
        }

        Assert.Equal("balloonist", correctedTo);
    }
}
