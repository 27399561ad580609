using System.Net;

namespace Cms.Tests.Search;

public sealed class MatchingTests(Newsstand newsstand) : IClassFixture<Newsstand>
{
    [Theory]
    [InlineData("embassy", "embassy football school")]
    [InlineData("EMBASSIES", "embassy football school")]
    [InlineData("khartoum cup", "dam football")]
    [InlineData("peace", "dam football")]
    [InlineData("\"peace talks\"", "dam")]
    [InlineData("\"peace talk\"", "dam")]
    [InlineData("embassy \"running race\"", "football")]
    [InlineData("khartoum \"running race\"", "")]
    [InlineData("embassy -football", "embassy school")]
    [InlineData("embassy -footballs -قال", "embassy")]
    [InlineData("peace -\"peace talks\"", "football")]
    [InlineData("\"peace talks\" OR \"running race\"", "dam football")]
    [InlineData("-embassy", "dam minister")]
    [InlineData("U.S.", "embassy school")]
    [InlineData("us", "embassy school")]
    [InlineData("1000", "dam")]
    [InlineData("1,000", "dam")]
    [InlineData("covid", "dam")]
    [InlineData("covid-19", "dam")]
    [InlineData("\"covid 19\"", "dam")]
    [InlineData("cafe naive", "embassy")]
    [InlineData("CAFÉ", "embassy")]
    [InlineData("zebra", "")]
    public async Task English(string query, string slugs) => Assert.Equal(slugs, await newsstand.Found(query));

    [Theory]
    [InlineData("القاهرة", "minister")]
    [InlineData("قاهرة", "minister")]
    [InlineData("القاهره", "minister")]
    [InlineData("والقاهرة", "minister")]
    [InlineData("بالقاهرة", "minister")]
    [InlineData("الحكومة", "minister school")]
    [InlineData("حكومه", "minister school")]
    [InlineData("وحكومة", "minister school")]
    [InlineData("الوزير", "minister")]
    [InlineData("أحياء", "minister")]
    [InlineData("مدرسة", "minister school")]
    [InlineData("مدَارس", "school")]
    [InlineData("\"محادثات السلام\"", "minister")]
    [InlineData("\"السلام محادثات\"", "")]
    [InlineData("الحكومة -السلام", "school")]
    [InlineData("football السلام", "football minister")]
    [InlineData("\"U.S. embassy\" الحكومة", "school")]
    [InlineData("السفارة", "")]
    public async Task Arabic(string query, string slugs) => Assert.Equal(slugs, await newsstand.Found(query));

    [Theory]
    [InlineData("the")]
    [InlineData("-the")]
    [InlineData("\"the of\" a")]
    [InlineData("x")]
    [InlineData("ا")]
    [InlineData("OR")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("- -- ---")]
    [InlineData("-\"")]
    [InlineData("& | ! ( ) <-> :*")]
    [InlineData("zebras:* & !zebras <2> (")]
    [InlineData("'zebras' | ''")]
    [InlineData("\\ \\' $1 @Query %")]
    [InlineData("'; drop table zebras; --")]
    [InlineData("\u200F\u200E\u202B \u2067")]
    [InlineData("<script>")]
    [InlineData("😀 🎉")]
    [InlineData("zz\u0301 \u064B\u064C")]
    [InlineData("ـــ")]
    public async Task What_has_no_word_to_find_is_answered_with_an_empty_page(string query)
    {
        var results = await newsstand.Get("/v1/search?count=exact&facet=section,year&q=" + Uri.EscapeDataString(query));

        Assert.Empty(results["data"]!.AsArray());
        Assert.Equal(0, (int)results["page"]!["total"]!["value"]!);
        Assert.Equal(query, (string?)results["query"]!["text"]);
    }

    [Theory]
    [InlineData("embassy) & (peace", "dam embassy football school")]
    [InlineData("embassy:*", "embassy football school")]
    [InlineData("!embassy", "embassy football school")]
    [InlineData("embassy & \"khartoum", "dam embassy football school")]
    [InlineData("\u202Bembassy\u202C", "embassy football school")]
    [InlineData("embassy'", "embassy football school")]
    public async Task The_syntax_of_the_database_means_nothing(string query, string slugs) => Assert.Equal(slugs, await newsstand.Found(query));

    [Fact]
    public async Task Five_hundred_and_twelve_characters_are_searched_and_one_more_is_refused()
    {
        Assert.Equal("dam", await newsstand.Found(string.Concat(Enumerable.Repeat("ab cd ef ", 56)) + "khartoum"));

        var problem = await newsstand.GetProblem("/v1/search?q=" + new string('a', 513), HttpStatusCode.BadRequest);
        Assert.Equal("too-long", (string?)problem["errors"]![0]!["code"]);
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=%20")]
    [InlineData("q=a%00b")]
    [InlineData("q=a&q=b")]
    [InlineData("q=a&sort=score")]
    [InlineData("q=a&facet=colour")]
    [InlineData("q=a&view=draft")]
    [InlineData("q=a&limit=101")]
    [InlineData("query=a")]
    public async Task A_bad_parameter_is_refused(string query)
    {
        var problem = await newsstand.GetProblem("/v1/search?" + query, HttpStatusCode.BadRequest);

        Assert.Equal("invalid-parameter", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("language=ar", "minister school")]
    [InlineData("section=world", "dam embassy minister school")]
    [InlineData("section=africa", "dam school")]
    [InlineData("author=h-tayea", "dam football")]
    [InlineData("tag=diplomacy&tag=energy", "dam")]
    [InlineData("publishedAfter=2022-01-01", "football school")]
    [InlineData("section=no-such-section", "")]
    [InlineData("", "dam embassy football minister school")]
    public async Task Without_words_the_list_goes_by_date_within_the_filters(string filters, string slugs)
    {
        var hits = Newsstand.Hits(await newsstand.Get("/v1/search?" + filters)).Select(hit => hit["article"]!).ToList();
        var dates = hits.Select(article => (string)article["publishedAt"]!).ToList();

        Assert.Equal(slugs, string.Join(' ', hits.Select(article => (string)article["slug"]!).Order(StringComparer.Ordinal)));
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task Filters_narrow_what_words_find()
    {
        Assert.Equal(["embassy"], await newsstand.Slugs("q=embassy&section=world&language=en"));
        Assert.Equal(["school"], await newsstand.Slugs("q=embassy&language=ar"));
    }
}
