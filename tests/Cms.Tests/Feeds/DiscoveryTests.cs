using System.Net;
using System.Text.RegularExpressions;
using Cms.Tests.Harness;

namespace Cms.Tests.Feeds;

public sealed partial class DiscoveryTests(Newspaper host) : IClassFixture<Newspaper>
{
    [Fact]
    public async Task Every_list_and_everything_that_stories_are_filed_under_names_its_feeds()
    {
        var (section, tag, author) = (await host.AddSection("Seen"), await host.AddTag("Seen"), await host.AddContributor("Seen"));
        await host.Add(new Story { Headline = "Seen everywhere", SectionId = section, TagIds = [tag], AuthorIds = [author], Language = "ar" });
        await host.Add(new Story { Headline = "Unseen" });
        string[] paths =
        [
            "/v1/articles?section=seen&language=ar&limit=1&sort=headline",
            "/v1/search?q=everywhere",
            $"/v1/sections/{section}",
            "/v1/tags/seen",
            "/v1/contributors/seen?publication=newsroom",
        ];

        foreach (var path in paths)
        {
            var links = await Alternates(path);

            Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], links.Select(link => link.Type));
            Assert.Equal(["Seen everywhere"], await host.Headlines(links[0].Address[links[0].Address.IndexOf('?', StringComparison.Ordinal)..]));
            await EachAnswersAsItsType(links);
        }
    }

    [Fact]
    public async Task A_publication_and_the_list_of_all_stories_name_feeds_of_all()
    {
        Assert.Equal("/v1/feeds/articles.rss?publication=newsroom", (await Alternates("/v1/publications/newsroom"))[0].Address);
        Assert.Equal("/v1/feeds/articles.rss", (await Alternates("/v1/articles?count=exact"))[0].Address);
    }

    [Fact]
    public async Task A_story_names_its_formats_and_each_is_there()
    {
        await host.Add(new Story { Headline = "خبر", Slug = "خبر-واحد" });

        var links = await Alternates("/v1/articles/خبر-واحد?publication=newsroom");

        Assert.Equal(["text/html", "text/markdown", "text/plain", "application/ld+json", "application/json"], links.Select(link => link.Type));
        Assert.All(links, link => Assert.EndsWith("?publication=newsroom", link.Address));
        await EachAnswersAsItsType(links);
    }

    [Fact]
    public async Task The_next_page_stays_linked_beside_the_feeds()
    {
        await host.Add(new Story());
        await host.Add(new Story());
        using var answer = await host.Client.GetAsync("/v1/articles?limit=1");

        Assert.Matches("^</v1/articles\\?limit=1&cursor=[^>]+>; rel=\"next\", </v1/feeds/", answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task Drafts_have_no_feed_and_no_format()
    {
        var id = await host.Add(new Story { IsPublished = false });
        foreach (var path in new[] { "/v1/articles?view=draft", $"/v1/articles/{id}?view=draft" })
        {
            using var answer = await host.Admin.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("alternate", answer.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : "");
        }
    }

    [Fact]
    public async Task The_root_leads_to_what_is_there()
    {
        await host.Add(new Story());
        var index = await host.Get("/");

        Assert.Equal("Cms", (string?)index["name"]);
        foreach (var (name, path) in index["links"]!.AsObject())
        {
            using var answer = await host.Client.GetAsync((string)path!);
            var isThere = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently or HttpStatusCode.Redirect;
            Assert.True(isThere, $"{name}: {answer.StatusCode}");
        }
    }

    private async Task<IReadOnlyList<(string Address, string Type)>> Alternates(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. Alternate().Matches(answer.Headers.GetValues("Link").Single()).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
    }

    private async Task EachAnswersAsItsType(IEnumerable<(string Address, string Type)> links)
    {
        foreach (var (address, type) in links)
        {
            using var answer = await host.Client.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [GeneratedRegex("<([^>]+)>; rel=\"alternate\"; type=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Alternate();
}
