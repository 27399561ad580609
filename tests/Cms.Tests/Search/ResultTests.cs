using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class ResultTests(Newsstand newsstand) : IClassFixture<Newsstand>
{
    private const string AllFacets = "facet=section,author,tag,publication,language,year";

    [Fact]
    public async Task A_headline_counts_more_than_a_body_and_the_score_falls()
    {
        var results = await newsstand.Get("/v1/search?q=embassy&sort=relevance");
        var scores = Newsstand.Hits(results).Select(hit => (double)hit["score"]!).ToArray();

        Assert.Equal("embassy", (string?)results["data"]![0]!["article"]!["slug"]);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.Equal(Math.Round(score, 4), score));
        Assert.All(scores, score => Assert.True(score > 0));
    }

    [Fact]
    public async Task Best_lifts_the_new_and_relevance_does_not()
    {
        var now = DateTime.UtcNow;
        await AddLighthouse("old", new DateTime(1901, 1, 1, 0, 0, 0, DateTimeKind.Utc), "A lighthouse.");
        await AddLighthouse("new", now, "A lighthouse stands by the sea.");
        await AddLighthouse("coming", now.AddYears(90), "A lighthouse stands by the sea and the very long coast of it.");

        Assert.Equal(["old", "new", "coming"], await newsstand.Slugs("q=lighthouse&sort=relevance&language=de"));
        Assert.Equal(["new", "coming", "old"], await newsstand.Slugs("q=lighthouse&language=de"));
        Assert.Equal(["coming", "new", "old"], await newsstand.Slugs("q=lighthouse&sort=-publishedAt&language=de"));
        await newsstand.Execute("delete from published_articles where language = 'de'");
    }

    [Fact]
    public async Task Highlights_mark_the_stems_and_escape_everything_else()
    {
        var hit = Newsstand.Hits(await newsstand.Get("/v1/search?q=embassy%20cafe%20naive&publishedBefore=2021-01-01")).Single();

        Assert.Equal("Will U.S. Really Withdraw Its <em>Embassy</em>?", (string?)hit["highlights"]!["headline"]);
        Assert.Equal(
            "Reports said the <em>embassies</em> were closing. The <em>café</em> was <em>naïve</em> &lt;b&gt;about&lt;/b&gt; it.",
            (string?)hit["highlights"]!["body"]![0]);
    }

    [Fact]
    public async Task Highlights_mark_arabic_as_it_is_written()
    {
        const string query = "القاهره أكد مدرسة";
        var hit = Newsstand.Hits(await newsstand.Get("/v1/search?publishedBefore=2022-01-01&q=" + Uri.EscapeDataString(query))).Single();

        Assert.Equal("وزير الخارجية المصري في <em>القاهرة</em>", (string?)hit["highlights"]!["headline"]);
        Assert.Equal(
            "<em>أكّد</em> الوزير أن الحكومة المصرية تدعم محادثات السلام في <em>القاهرة</em>. وزار <em>مدرسه</em> الأحياء.",
            (string?)hit["highlights"]!["body"]![0]);
    }

    [Fact]
    public async Task A_long_body_is_cut_into_three_snippets_at_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("ordinary filler", 60));
        await newsstand.Add(new Story
        {
            Headline = "<script>alert('pelican')</script>",
            Language = "de",
            Paragraphs = [$"{filler} pelican {filler} \"pelican\" & cranes {filler} pelican {filler} pelican {filler}"],
        });

        var highlights = Newsstand.Hits(await newsstand.Get("/v1/search?q=pelican%20cranes&language=de")).Single()["highlights"]!;
        var body = highlights["body"]!.AsArray().Select(snippet => (string)snippet!).ToArray();

        Assert.Equal("&lt;script&gt;alert(&#39;<em>pelican</em>&#39;)&lt;/script&gt;", (string?)highlights["headline"]);
        Assert.Equal(3, body.Length);
        Assert.Contains(body, snippet => snippet.Contains("&quot;<em>pelican</em>&quot; &amp; <em>cranes</em>"));
        Assert.All(body, snippet => Assert.Matches("^…(ordinary|filler) .*(ordinary|filler)…$", snippet));
        await newsstand.Execute("delete from published_articles where language = 'de'");
    }

    [Fact]
    public async Task Without_words_nothing_is_scored_or_marked()
    {
        var results = await newsstand.Get("/v1/search");

        Assert.NotEmpty(results["data"]!.AsArray());
        Assert.All(Newsstand.Hits(results), hit => Assert.Null(hit["score"]));
        Assert.All(Newsstand.Hits(results), hit => Assert.Empty(hit["highlights"]!["body"]!.AsArray()));
        Assert.Null(results["query"]!["text"]);
        Assert.False((bool)results["query"]!["approximate"]!);
    }

    [Fact]
    public async Task The_body_comes_only_when_it_is_included()
    {
        Assert.Null(Newsstand.Hits(await newsstand.Get("/v1/search?q=khartoum")).Single()["article"]!["body"]);
        Assert.Equal(2, Newsstand.Hits(await newsstand.Get("/v1/search?q=khartoum&include=body")).Single()["article"]!["body"]!.AsArray().Count);
    }

    [Fact]
    public async Task Included_holds_what_the_hits_refer_to()
    {
        var included = (await newsstand.Get("/v1/search?q=khartoum&include=authors,section,publication"))["included"]!;

        Assert.Equal(["H-Tayea", "Mona Adel"], included["contributors"]!.AsArray().Select(author => (string)author!["name"]!));
        Assert.Equal("Africa", (string?)included["sections"]![0]!["name"]);
        Assert.Single(included["publications"]!.AsArray());
    }

    [Fact]
    public async Task A_hidden_story_changes_nothing()
    {
        var path = $"/v1/search?q=embassy&count=exact&sort=relevance&{AllFacets}";
        var before = (await newsstand.Get(path)).ToJsonString();
        var hidden = await newsstand.Add(new Story { Headline = "Embassy", Language = "fr", IsPublished = false, SectionId = newsstand.World });

        Assert.Equal(before, (await newsstand.Get(path)).ToJsonString());
        Assert.Empty((await newsstand.Get($"/v1/search?ids={hidden}"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_query_and_its_sort()
    {
        var cursor = (string)(await newsstand.Get("/v1/search?q=embassy&limit=1"))["page"]!["nextCursor"]!;

        await newsstand.Get($"/v1/search?q=embassy&limit=1&cursor={cursor}");
        await newsstand.GetProblem($"/v1/search?q=peace&limit=1&cursor={cursor}", HttpStatusCode.BadRequest);
        await newsstand.GetProblem($"/v1/search?q=embassy&sort=relevance&limit=1&cursor={cursor}", HttpStatusCode.BadRequest);
        var problem = await newsstand.GetProblem("/v1/search?q=embassy&cursor=nonsense", HttpStatusCode.BadRequest);
        Assert.Equal("invalid-cursor", (string?)problem["code"]);
    }

    private Task<Guid> AddLighthouse(string slug, DateTime publishedAt, string text) =>
        newsstand.Add(new Story { Slug = slug, Headline = "Lighthouse", Language = "de", PublishedAt = publishedAt, Paragraphs = [text] });
}
