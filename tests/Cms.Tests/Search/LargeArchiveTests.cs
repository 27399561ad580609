using System.Net;
using Cms.Search;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

/// <summary>Searches of an archive that is planned for by statistics.</summary>
public sealed class LargeArchiveTests(LargeArchive archive) : IClassFixture<LargeArchive>
{
    [Fact]
    public async Task Of_very_many_matches_the_best_come_first_and_the_answer_is_approximate()
    {
        var results = await archive.Get("/v1/search?q=harbour&sort=relevance&limit=5&count=exact");

        Assert.Equal(["best-1", "best-2", "best-3"], results["data"]!.AsArray().Take(3).Select(hit => (string)hit!["article"]!["slug"]!).Order(StringComparer.Ordinal));
        Assert.True((bool)results["query"]!["approximate"]!);
        Assert.Equal((LargeArchive.Stories, "exact"), ((int)results["page"]!["total"]!["value"]!, (string)results["page"]!["total"]!["relation"]!));
    }

    [Theory]
    [InlineData("q=harbour", 1000)]
    [InlineData("q=harbour%20ship&sort=relevance", 1000)]
    [InlineData("q=ship&language=en", 1000)]
    [InlineData("q=harbour&sort=-publishedAt", 1000)]
    [InlineData("q=%22ship%20harbour%22", 100)]
    [InlineData("q=-lighthouse", 1000)]
    public async Task A_walk_never_meets_a_story_twice(string query, int atLeast)
    {
        var ids = new List<string>();
        var cursor = "";
        for (var page = 0; page < 12 && cursor is not null; page++)
        {
            var results = await archive.Get($"/v1/search?{query}&limit=100{cursor}");
            ids.AddRange(results["data"]!.AsArray().Select(hit => (string)hit!["article"]!["id"]!));
            cursor = results["page"]!["nextCursor"] is { } next ? $"&cursor={next}" : null;
        }

        Assert.Distinct(ids);
        Assert.InRange(ids.Count, atLeast, 1000);
    }

    [Fact]
    public async Task By_date_the_newest_of_many_matches_come_however_far_back_they_go()
    {
        var dates = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var results = await archive.Get($"/v1/search?q=lighthouse&sort=-publishedAt&limit=100{cursor}");
            dates.AddRange(results["data"]!.AsArray().Select(hit => (string)hit!["article"]!["slug"]!));
            cursor = results["page"]!["nextCursor"] is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(
            await archive.Query<string>("select slug from published_articles where body_text like 'Lighthouse%' order by published_at desc limit 1000"),
            dates);
    }

    [Fact]
    public async Task A_story_that_is_dated_ahead_is_the_newest()
    {
        var results = await archive.Get("/v1/search?q=ship&sort=-publishedAt&limit=1");

        Assert.Equal($"made-{LargeArchive.Stories}", (string)results["data"]![0]!["article"]!["slug"]!);
    }

    [Fact]
    public async Task Of_very_many_words_the_rarest_that_stories_have_are_scored()
    {
        var unknown = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"zz{number}zz"));
        var results = await archive.Get($"/v1/search?q={Uri.EscapeDataString(unknown + " lighthouse")}&sort=relevance&exact=true");

        Assert.True((double)results["data"]![0]!["score"]! > 0);
        Assert.NotEmpty(results["data"]![0]!["highlights"]!["body"]!.AsArray());
    }

    [Fact]
    public async Task A_common_word_behind_many_rare_ones_makes_the_answer_approximate()
    {
        var rare = string.Join(' ', Enumerable.Range(0, 40).Select(number => 4001 + (number * 35)));
        var results = await archive.Get($"/v1/search?q={Uri.EscapeDataString(rare + " harbour")}&sort=relevance&limit=100");

        Assert.True((bool)results["query"]!["approximate"]!);
        Assert.True((double)results["data"]![0]!["score"]! > 0);
    }

    [Fact]
    public async Task A_headline_is_suggested_by_its_words_however_old_it_is()
    {
        var suggestions = (await archive.Get("/v1/suggestions?q=report%20998"))["data"]!.AsArray();

        Assert.Contains("Report 9981", suggestions.Select(suggestion => (string)suggestion!["text"]!));
        Assert.All(suggestions, suggestion => Assert.StartsWith("Report 998", (string)suggestion!["text"]!));
    }

    [Fact]
    public async Task A_walk_keeps_the_scores_that_it_began_with()
    {
        var first = await archive.Get("/v1/search?q=harbour%20lighthouse&limit=3&sort=relevance");
        var cursor = (string)first["page"]!["nextCursor"]!;
        var second = (await archive.Get($"/v1/search?q=harbour%20lighthouse&limit=3&sort=relevance&cursor={cursor}"))["data"]!.ToJsonString();

        await archive.Execute("update search_terms set stories = stories / 3");
        try
        {
            Assert.Equal(second, (await archive.Get($"/v1/search?q=harbour%20lighthouse&limit=3&sort=relevance&cursor={cursor}"))["data"]!.ToJsonString());
        }
        finally
        {
            await archive.Execute("update search_terms set stories = stories * 3");
        }
    }

    [Fact]
    public async Task An_alternative_phrase_of_common_words_finds_only_stories_that_have_it()
    {
        var results = await archive.Get("/v1/search?q=%22ship%20harbour%22%20OR%20%22no%20such%22&sort=relevance&limit=100");

        Assert.NotEmpty(results["data"]!.AsArray());
        Assert.All(results["data"]!.AsArray(), hit => Assert.Contains("<em>ship</em> <em>harbour</em>", (string)hit!["highlights"]!["body"]![0]!));
    }

    [Fact]
    public async Task A_filter_that_leaves_few_leaves_all_of_them()
    {
        var results = await archive.Get("/v1/search?q=harbour&language=fr&limit=100");

        Assert.Equal(LargeArchive.French, results["data"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("\"ship harbour\"")]
    [InlineData("harbour ship -water")]
    [InlineData("harbour OR \"no such phrase\"")]
    [InlineData("harbour ship water sea stone harbours ships waters seas stones")]
    public async Task Every_kind_of_query_is_answered(string query)
    {
        using var answer = await archive.Client.GetAsync("/v1/search?count=exact&facet=language,year&q=" + Uri.EscapeDataString(query));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

/// <summary>Stories of one kind, made with the statistics that go with them.</summary>
public sealed class LargeArchive(Cluster cluster) : CmsHost(cluster)
{
    public const int Stories = 11_000;
    public const int French = 40;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Execute(
            """
            create temporary table made as
            select gen_random_uuid() as id, n, case when n <= 3 then 'best-' else 'made-' end || n as slug
            from generate_series(1, @Stories) n;

            insert into articles (id, publication_id, slug, status)
            select m.id, p.id, m.slug, 'published'
            from made m, publications p
            where p.is_default;

            insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, published_at,
                first_published_at, updated_at, body, body_text, excerpt, word_count, masthead)
            select m.id, p.id, m.slug, 1, 1, case when m.n % (@Stories / @French) = 1 then 'fr' else 'en' end,
                case when m.n <= 3 then 'Harbour' else 'Report ' || m.n end,
                case when m.n = @Stories then now() + interval '120 days' else date_trunc('hour', now()) - m.n * interval '1 hour' end,
                now(), now(), '[]',
                case when m.n <= 3 then 'Harbour of the harbour: a harbour, harbour, harbour, harbour.'
                     when m.n % 5 = 0 then 'The ship harbour by the water stands in a sea of stone with ' || m.n || ' others, all of them old.'
                     when m.n % 7 = 0 then 'Lighthouse. In the harbour a ship is a ship, whatever its water, says report ' || m.n || ' of this long series.'
                     else 'A quiet harbour was seen in report ' || m.n || ' of this long series of very many reports that nobody reads.' end,
                '', 20, '[]'
            from made m, publications p
            where p.is_default;

            analyze published_search;
            """,
            new { Stories, French });
        // The server itself may be at it.
        await WaitUntil(() => Services.GetRequiredService<StatisticsStore>().Refresh(CancellationToken.None));
    }
}
