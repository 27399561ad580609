using Cms.Search;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class MendingTests(Spelling spelling) : IClassFixture<Spelling>
{
    [Theory]
    [InlineData("elecion", "election")]
    [InlineData("Parlaiment", "parliament")]
    [InlineData("parliment debate", "parliament debate")]
    [InlineData("goverment", "government")]
    [InlineData("\"goverment of national unity\"", "\"government of national unity\"")]
    [InlineData("governmnts", "governments")]
    [InlineData("parliammentt", "parliament")]
    [InlineData("البرلماان", "البرلمان")]
    public async Task A_word_that_no_story_has_is_mended_and_the_answer_says_so(string typed, string correctedTo)
    {
        var results = await spelling.Get("/v1/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(correctedTo, (string?)results["query"]!["correctedTo"]);
        Assert.NotEmpty(results["data"]!.AsArray());
        Assert.NotNull(results["data"]![0]!["highlights"]!["headline"]);
    }

    [Theory]
    [InlineData("election")]
    [InlineData("unicorn")]
    [InlineData("elecion99")]
    [InlineData("zzzzqqqq")]
    [InlineData("vot")]
    public async Task What_stories_have_and_what_resembles_nothing_stays(string typed) =>
        Assert.Null((string?)(await spelling.Get("/v1/search?q=" + typed))["query"]!["correctedTo"]);

    [Fact]
    public async Task Exact_looks_for_what_was_typed_and_tells_what_may_have_been_meant()
    {
        var query = (await spelling.Get("/v1/search?q=elecion&exact=true"))["query"]!;

        Assert.Null((string?)query["correctedTo"]);
        Assert.Equal("election", (string?)query["empty"]!["didYouMean"]);
        Assert.Equal(["elecion"], query["empty"]!["unknownWords"]!.AsArray().Select(word => (string)word!));
    }

    [Fact]
    public async Task A_hidden_story_mends_nothing()
    {
        Assert.Null((string?)(await spelling.Get("/v1/search?q=zepellin"))["query"]!["correctedTo"]);
        Assert.Empty(await spelling.Query<string>("select lexeme from search_terms where lexeme like 'zep%' or lexeme like '=%zep%'"));
    }

    [Fact]
    public async Task A_word_whose_last_story_came_down_is_shown_no_more()
    {
        var id = await spelling.Add(new Story { Headline = "A balloonist" });
        await spelling.Refresh();
        Assert.Equal("balloonist", (string?)(await spelling.Get("/v1/search?q=baloonist"))["query"]!["correctedTo"]);

        await spelling.Execute("delete from published_articles where article_id = @id", new { id });

        Assert.Null((string?)(await spelling.Get("/v1/search?q=baloonist"))["query"]!["correctedTo"]);
    }

    [Fact]
    public async Task An_empty_result_tells_what_emptied_it()
    {
        var empty = (await spelling.Get("/v1/search?q=election&language=ar&publishedAfter=2020-01-01"))["query"]!["empty"]!;

        Assert.Equal(["q:1", "language:1"], empty["without"]!.AsArray().Select(parameter => $"{parameter!["parameter"]}:{parameter["hits"]}").OrderDescending());
        Assert.Empty(empty["unknownWords"]!.AsArray());
        Assert.Null((await spelling.Get("/v1/search?q=election"))["query"]!["empty"]);
    }

    [Fact]
    public async Task An_explanation_adds_up_to_the_score()
    {
        var hit = (await spelling.Get("/v1/search?q=election%20vote&explain=true"))["data"]![0]!;
        var explanation = hit["explanation"]!;
        var words = explanation["words"]!.AsArray();

        Assert.Equal(["election", "vote"], words.Select(word => (string)word!["word"]!).Order(StringComparer.Ordinal));
        Assert.Equal((double)explanation["relevance"]!, words.Sum(word => (double)word!["score"]!), 0.001);
        Assert.Equal((double)hit["score"]!, (double)explanation["relevance"]! * (double)explanation["recency"]!, 0.001);
        Assert.Null((await spelling.Get("/v1/search?q=election"))["data"]![0]!["explanation"]);
    }

    [Fact]
    public async Task Highlights_can_be_left_out() =>
        Assert.Null((await spelling.Get("/v1/search?q=election&highlight=false"))["data"]![0]!["highlights"]!["headline"]);
}

/// <summary>A few stories, and statistics of them.</summary>
public sealed class Spelling(Cluster cluster) : CmsHost(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.Add(new Story { Headline = "Election day", Paragraphs = ["They vote in the election."] });
        await this.Add(new Story { Headline = "A government of national unity", Paragraphs = ["Governments fall."] });
        await this.Add(new Story { Headline = "Parliament in debate", Paragraphs = ["A unicorn was there."] });
        await this.Add(new Story { Headline = "البرلمان المصري", Language = "ar", Paragraphs = ["اجتمع البرلمان."], PublishedAt = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        await this.Add(new Story { Headline = "A zeppelin lands", IsPublished = false });
        await Refresh();
    }

    public Task Refresh() => Services.GetRequiredService<StatisticsStore>().Refresh(CancellationToken.None);
}
