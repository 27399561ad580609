using System.Text.Json.Nodes;

namespace Cms.Tests.Search;

public sealed class FacetTests(Newsstand newsstand) : IClassFixture<Newsstand>
{
    private const string Words = "q=embassy%20peace%20%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85";

    [Fact]
    public async Task Facets_count_all_hits_and_not_those_of_the_page()
    {
        var results = await newsstand.Get("/v1/search?count=exact&limit=1&facet=section,author,tag,publication,language,year");

        Assert.Equal("World:4 Africa:2 Sports:1", Counts(results, "section"));
        Assert.Equal("Mona Adel:3 H-Tayea:2", Counts(results, "author"));
        Assert.Equal("Diplomacy:3 Energy:2", Counts(results, "tag"));
        Assert.Equal("Newsroom:5", Counts(results, "publication"));
        Assert.Equal("en:3 ar:2 ar-EG:1", Counts(results, "language"));
        Assert.Equal("2021:2 2022:2 2020:1", Counts(results, "year"));
        Assert.Equal(5, (int)results["page"]!["total"]!["value"]!);
    }

    [Fact]
    public async Task A_facet_counts_within_words_and_all_filters()
    {
        Assert.Equal("2020:1 2022:1", Counts(await newsstand.Get("/v1/search?q=embassy&language=en&facet=year"), "year"));
        Assert.Equal("Diplomacy:1 Energy:1", Counts(await newsstand.Get("/v1/search?tag=diplomacy&tag=energy&facet=tag"), "tag"));
    }

    [Theory]
    [InlineData("section")]
    [InlineData("author")]
    [InlineData("tag")]
    [InlineData("publication")]
    [InlineData("language")]
    public async Task A_facet_promises_what_its_filter_then_finds(string facet)
    {
        var values = (await newsstand.Get($"/v1/search?{Words}&facet={facet}"))["facets"]![facet]!.AsArray();

        Assert.NotEmpty(values);
        foreach (var value in values)
        {
            var narrowed = await newsstand.Get($"/v1/search?{Words}&count=exact&{facet}={value!["value"]}");
            Assert.Equal((int)value["count"]!, (int)narrowed["page"]!["total"]!["value"]!);
        }
    }

    [Fact]
    public async Task Facets_that_were_not_asked_for_are_empty()
    {
        var results = await newsstand.Get("/v1/search?q=embassy&facet=year");

        Assert.NotEmpty(results["facets"]!["year"]!.AsArray());
        Assert.All(["section", "author", "tag", "publication", "language"], facet => Assert.Empty(results["facets"]![facet]!.AsArray()));
    }

    private static string Counts(JsonNode results, string facet) =>
        string.Join(' ', results["facets"]![facet]!.AsArray().Select(value => $"{value!["label"]}:{value["count"]}"));
}
