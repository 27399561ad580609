using System.Net;
using System.Xml.Linq;
using Cms.Http;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Feeds;

public sealed class SitemapTests(Newspaper host) : IClassFixture<Newspaper>
{
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_index_names_one_sitemap_for_each_month_and_each_lists_its_stories()
    {
        var home = await Home("Monthly");
        await Add(home, "one", new DateTime(2019, 12, 31, 23, 59, 59, DateTimeKind.Utc));
        await Add(home, "two", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Add(home, "three", new DateTime(2020, 1, 31, 12, 0, 0, DateTimeKind.Utc));
        var later = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await host.Add(new Story { PublicationId = home, Slug = "draft", IsPublished = false, PublishedAt = later });

        Assert.Equal(
            [$"{Newspaper.Root}/v1/sitemaps/2019-12.xml?publication=monthly", $"{Newspaper.Root}/v1/sitemaps/2020-01.xml?publication=monthly"],
            await host.Addresses("/v1/sitemaps/index.xml?publication=monthly"));
        Assert.Equal(["https://monthly.example/one"], await host.Addresses("/v1/sitemaps/2019-12.xml?publication=monthly"));
        Assert.Equal(
            ["https://monthly.example/two", "https://monthly.example/three"],
            await host.Addresses("/v1/sitemaps/2020-01.xml?publication=monthly"));
    }

    [Fact]
    public async Task A_new_story_leaves_the_sitemaps_of_other_months_as_they_are()
    {
        var home = await Home("Steady");
        await Add(home, "old", new DateTime(2018, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        using var before = await host.Send("/v1/sitemaps/2018-03.xml?publication=steady");
        using var index = await host.Send("/v1/sitemaps/index.xml?publication=steady");
        await Add(home, "new", new DateTime(2018, 4, 1, 0, 0, 0, DateTimeKind.Utc));

        using var after = await host.Send("/v1/sitemaps/2018-03.xml?publication=steady", before.Headers.ETag);
        using var newIndex = await host.Send("/v1/sitemaps/index.xml?publication=steady", index.Headers.ETag);

        Assert.Equal("application/xml", before.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, newIndex.StatusCode);
    }

    [Fact]
    public async Task A_month_of_more_stories_than_a_sitemap_takes_goes_on_in_a_further_part()
    {
        var home = await Home("Busy");
        await host.Execute(
            """
            insert into articles (id, publication_id, slug, status)
            select gen_random_uuid(), @home, 'busy-' || n, 'published' from generate_series(1, @count) n;

            insert into published_articles (article_id, publication_id, slug, version, revision, language, headline,
                published_at, first_published_at, updated_at, body, body_text, excerpt, word_count, masthead)
            select id, @home, slug, 1, 1, 'en', slug, '2017-06-15', now(), now(), '[]', '', '', 0, '[]'
            from articles
            where publication_id = @home;
            """,
            new { home, count = Limits.SitemapAddresses + 1 });

        var sitemaps = await host.Addresses("/v1/sitemaps/index.xml?publication=busy");
        var first = await host.Addresses("/v1/sitemaps/2017-06.xml?publication=busy");
        var second = await host.Addresses("/v1/sitemaps/2017-06-2.xml?publication=busy");

        Assert.Equal(["2017-06.xml", "2017-06-2.xml"], sitemaps.Select(address => new Uri(address).Segments[^1]));
        Assert.Equal((Limits.SitemapAddresses, 1), (first.Count, second.Count));
        Assert.Equal(Limits.SitemapAddresses + 1, first.Concat(second).Distinct().Count());
    }

    [Theory]
    [InlineData("/v1/sitemaps/1999-01.xml")]
    [InlineData("/v1/sitemaps/2020-13.xml")]
    [InlineData("/v1/sitemaps/2020-01-1.xml")]
    [InlineData("/v1/sitemaps/2020-01-02.xml")]
    [InlineData("/v1/sitemaps/2020-01-99999999999.xml")]
    [InlineData("/v1/sitemaps/9999-12.xml")]
    [InlineData("/v1/sitemaps/nonsense.xml")]
    [InlineData("/v1/sitemaps/index.xml?publication=no-such-paper")]
    [InlineData("/v1/sitemaps/news.xml?publication=no-such-paper")]
    public async Task What_the_index_does_not_name_is_404(string path) => await host.GetProblem(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_story_whose_canonical_address_is_on_another_host_is_for_that_host_to_list()
    {
        var home = await Home("Syndicated");
        var date = new DateTime(2018, 5, 1, 0, 0, 0, DateTimeKind.Utc);
        await Add(home, "ours", date);
        await host.Execute("update published_articles set canonical_url = 'https://syndicated.example/moved' where slug = 'ours'");
        await Add(home, "theirs", date);
        await host.Execute("update published_articles set canonical_url = 'https://elsewhere.example/theirs' where slug = 'theirs'");

        Assert.Equal(["https://syndicated.example/moved"], await host.Addresses("/v1/sitemaps/2018-05.xml?publication=syndicated"));
    }

    [Fact]
    public async Task The_sitemap_of_news_holds_the_stories_of_two_days()
    {
        var home = await Home("Fresh");
        var now = DateTime.UtcNow;
        await Add(home, "fresh", now.AddHours(-47));
        await Add(home, "stale", now.AddHours(-49));
        await host.Add(new Story { PublicationId = home, Slug = "hidden", IsPublished = false, PublishedAt = now });

        var sitemap = XDocument.Parse(await host.Text("/v1/sitemaps/news.xml?publication=fresh"));
        var news = Assert.Single(sitemap.Descendants(News + "news"));

        Assert.Equal(["https://fresh.example/fresh"], await host.Addresses("/v1/sitemaps/news.xml?publication=fresh"));
        Assert.Equal(("Fresh", "ar"), ((string?)news.Descendants(News + "name").Single(), (string?)news.Descendants(News + "language").Single()));
        Assert.Equal("fresh", (string?)news.Element(News + "title"));
    }

    private async Task<Guid> Home(string name)
    {
        var home = await host.AddPublication(name);
        var site = $"https://{name.ToLowerInvariant()}.example";
        await host.Execute("update publications set site_url = @site where id = @home", new { home, site });
        return home;
    }

    private Task<Guid> Add(Guid home, string slug, DateTime publishedAt) =>
        host.Add(new Story { PublicationId = home, Headline = slug, Slug = slug, Language = "ar-EG", PublishedAt = publishedAt });
}
