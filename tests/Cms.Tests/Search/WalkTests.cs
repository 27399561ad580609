using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class WalkTests(Archive archive) : IClassFixture<Archive>
{
    [Theory]
    [InlineData("q=harbour")]
    [InlineData("q=harbour%20ship&sort=relevance")]
    [InlineData("q=harbour&sort=-publishedAt")]
    [InlineData("sort=-publishedAt")]
    [InlineData("q=-ship")]
    public async Task A_walk_in_small_pages_is_one_big_page(string query)
    {
        var whole = (await archive.Get($"/v1/search?{query}&limit=100"))["data"]!.AsArray().Select(hit => (string)hit!["article"]!["id"]!).ToList();
        var walked = await Walk($"{query}&limit=17", pages: 6);

        Assert.Equal(100, whole.Count);
        Assert.Equal(whole, walked.Take(100));
        Assert.Distinct(walked);
    }

    [Theory]
    [InlineData("q=harbour")]
    [InlineData("q=harbour&sort=-publishedAt")]
    public async Task A_walk_ends_at_a_thousand_and_the_count_tells_all(string query)
    {
        var walked = await Walk($"{query}&limit=100", pages: 20);

        Assert.Equal(1000, walked.Count);
        Assert.Distinct(walked);
        Assert.Equal(1020, (int)(await archive.Get($"/v1/search?{query}&count=exact"))["page"]!["total"]!["value"]!);
        var estimated = (await archive.Get($"/v1/search?{query}&count=estimated"))["page"]!["total"]!;
        Assert.Equal((1001, "atLeast"), ((int)estimated["value"]!, (string)estimated["relation"]!));
    }

    [Fact]
    public async Task A_page_takes_the_same_statements_whatever_its_size()
    {
        const string path = "/v1/search?q=harbour%20ship&count=exact&facet=section,author,tag,publication,language,year&include=section&limit=";
        // In another order, so that the names are remembered.
        await archive.Get(path + "100&sort=-publishedAt");
        using var statements = new StatementCount(archive.DatabaseName);
        Assert.Single((await archive.Get(path + "1"))["data"]!.AsArray());
        var forOne = statements.Value;
        Assert.Equal(100, (await archive.Get(path + "100"))["data"]!.AsArray().Count);

        Assert.NotEqual(0, forOne);
        Assert.Equal(forOne, statements.Value - forOne);
    }

    private async Task<List<string>> Walk(string query, int pages)
    {
        var ids = new List<string>();
        var cursor = "";
        for (var page = 0; page < pages; page++)
        {
            var results = await archive.Get($"/v1/search?{query}{cursor}");
            ids.AddRange(results["data"]!.AsArray().Select(hit => (string)hit!["article"]!["id"]!));
            if (!(bool)results["page"]!["hasMore"]!)
            {
                Assert.Null(results["page"]!["nextCursor"]);
                return ids;
            }

            cursor = "&cursor=" + (string)results["page"]!["nextCursor"]!;
        }

        return ids;
    }
}

/// <summary>More stories than a walk can reach, many of them with equal scores and dates.</summary>
public sealed class Archive(Cluster cluster) : CmsHost(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var first = await this.Add(new Story { Slug = "first", Headline = "Harbour", Paragraphs = ["A ship in the harbour."] });
        await Execute(
            """
            insert into articles (id, publication_id, slug, status)
            select gen_random_uuid(), publication_id, 'copy-' || n, 'published'
            from articles, generate_series(1, 1019) n
            where id = @first;

            insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, published_at,
                first_published_at, updated_at, body, body_text, excerpt, word_count, masthead)
            select c.id, p.publication_id, c.slug, 1, 1, 'en', p.headline, p.published_at - right(c.slug, 1)::integer * interval '1 day',
                p.first_published_at, p.updated_at, p.body, case when c.slug like '%7' then 'In the harbour.' else p.body_text end, p.excerpt, 5 + right(c.slug, 1)::integer, p.masthead
            from articles c, published_articles p
            where c.slug like 'copy-%' and p.article_id = @first;
            """,
            new { first });
    }
}
