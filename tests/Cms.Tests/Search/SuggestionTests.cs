using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class SuggestionTests(Typeahead typeahead) : IClassFixture<Typeahead>
{
    [Theory]
    [InlineData("dipl", "tag:Diplomacy")]
    [InlineData("DIPL", "tag:Diplomacy")]
    [InlineData("cafe s", "article:The café society")]
    [InlineData("café", "article:The café society")]
    [InlineData("soc", "section:Society article:The café society")]
    [InlineData("society", "section:Society article:The café society")]
    [InlineData("ade", "contributor:Mona Adel")]
    [InlineData("H-T", "contributor:H-Tayea")]
    [InlineData("h ta", "contributor:H-Tayea")]
    [InlineData("مدرسه", "article:المدرسة الجديدة")]
    [InlineData("المدرسه", "article:المدرسة الجديدة")]
    [InlineData("الم", "article:المدرسة الجديدة")]
    [InlineData("احم", "contributor:أحمد علي")]
    [InlineData("أحمد على", "contributor:أحمد علي")]
    [InlineData("ociety", "")]
    [InlineData("zebra", "")]
    [InlineData("Unused", "")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("\" OR ' \\", "")]
    [InlineData("\u200F", "")]
    [InlineData("soc%", "section:Society article:The café society")]
    public async Task The_beginning_of_a_word_is_enough(string text, string expected)
    {
        var suggestions = (await typeahead.Get("/v1/suggestions?q=" + Uri.EscapeDataString(text)))["data"]!.AsArray();

        Assert.Equal(expected, string.Join(' ', suggestions.Select(suggestion => $"{suggestion!["kind"]}:{suggestion["text"]}")));
    }

    [Theory]
    [InlineData("Internationally renowned")]
    [InlineData("renowned, international cafés")]
    [InlineData("المستشفيات")]
    [InlineData("والمستشفيات renowned")]
    public async Task The_index_knows_every_beginning_of_three_letters_and_more(string headline)
    {
        var word = headline.Split(' ', ',').MaxBy(one => one.Length)!;
        var typed = Enumerable.Range(3, word.Length - 2).Select(letters => word[..letters]).ToArray();

        var missed = await typeahead.Query<string>(
            "select typed from unnest(@typed) typed where (search_beginnings(@headline) @@ search_beginning(search_typed(typed))) is not true",
            new { headline, typed });

        Assert.Empty(missed);
    }

    [Fact]
    public async Task Whole_beginnings_come_first_and_the_newest_and_most_used_of_each_kind_in_turn()
    {
        var suggestions = (await typeahead.Get("/v1/suggestions?q=election"))["data"]!.AsArray();

        Assert.Equal(
            ["Elections", "Election day", "Election law", "Election night", "After the election"],
            suggestions.Select(suggestion => (string)suggestion!["text"]!));
        Assert.All(suggestions, suggestion => Assert.NotNull(suggestion!["slug"]));
    }

    [Fact]
    public async Task Kinds_and_limit_narrow()
    {
        var articles = (await typeahead.Get("/v1/suggestions?q=election&kinds=article&limit=2"))["data"]!.AsArray();

        Assert.Equal(["Election day", "Election night"], articles.Select(suggestion => (string)suggestion!["text"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=a&kinds=person")]
    [InlineData("q=a&limit=21")]
    [InlineData("q=a&limit=0")]
    public async Task A_bad_parameter_is_refused(string query) =>
        Assert.Equal("invalid-parameter", (string?)(await typeahead.GetProblem("/v1/suggestions?" + query, HttpStatusCode.BadRequest))["code"]);
}

/// <summary>Names and headlines to be typed; hidden ones among them.</summary>
public sealed class Typeahead(Cluster cluster) : CmsHost(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var society = await this.AddSection("Society");
        var diplomacy = await this.AddTag("Diplomacy");
        var elections = await this.AddTag("Elections");
        var law = await this.AddTag("Election law");
        var zebra = await this.AddTag("Zebra", isPublic: false);
        await this.AddTag("Unused");
        var mona = await this.AddContributor("Mona Adel");
        var tayea = await this.AddContributor("H-Tayea");
        var ahmed = await this.AddContributor("أحمد علي");
        Guid[] authors = [mona, tayea, ahmed];
        await this.Add(new Story { Headline = "The café society", SectionId = society, TagIds = [diplomacy], AuthorIds = authors, PublishedAt = On(2020) });
        await this.Add(new Story { Headline = "المدرسة الجديدة", Language = "ar", PublishedAt = On(2020), TagIds = [elections] });
        await this.Add(new Story { Headline = "Election night", PublishedAt = On(2021), TagIds = [elections, law] });
        await this.Add(new Story { Headline = "Election day", PublishedAt = On(2022) });
        await this.Add(new Story { Headline = "After the election", PublishedAt = On(2023) });
        await this.Add(new Story { Headline = "Zebra election", TagIds = [zebra], IsPublished = false });
    }

    private static DateTime On(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}
