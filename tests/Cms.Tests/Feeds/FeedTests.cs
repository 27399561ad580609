using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Feeds;

public sealed class FeedTests(Newspaper host) : IClassFixture<Newspaper>
{
    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task A_feed_holds_the_newest_stories_as_its_format_says(string format)
    {
        var (section, tag) = (await host.AddSection($"Harbour {format}"), await host.AddTag($"Ferries {format}"));
        var author = await host.AddContributor($"Mona {format}");
        await host.Add(new Story { Headline = "Older", SectionId = section, PublishedAt = At(2026, 2, 1), UpdatedAt = At(2026, 3, 9) });
        var id = await host.Add(new Story
        {
            Headline = "عودة العبارة ]]> & <b>",
            Language = "ar",
            SectionId = section,
            TagIds = [tag],
            AuthorIds = [author],
            Paragraphs = ["فقرة"],
            PublishedAt = At(2026, 2, 2),
            UpdatedAt = At(2026, 3, 1),
        });

        var feed = await host.Feed($"?section={section}", format);
        var item = feed.Items.First();

        Assert.Equal(["عودة العبارة ]]> & <b>", "Older"], feed.Items.Select(each => each.Title.Text));
        Assert.Equal($"Newsroom – Harbour {format}", feed.Title.Text);
        Assert.Equal(At(2026, 3, 9), feed.LastUpdatedTime.UtcDateTime);
        var self = feed.Links.Single(link => link.RelationshipType == "self");
        Assert.Equal($"{Newspaper.Root}/v1/feeds/articles.{format}?section={section}", self.Uri.AbsoluteUri);
        Assert.Equal($"urn:uuid:{id}", item.Id);
        Assert.Equal(At(2026, 2, 2), item.PublishDate.UtcDateTime);
        Assert.Contains($"Ferries {format}", item.Categories.Select(category => category.Name));
        Assert.StartsWith($"{Newspaper.Root}/v1/articles/%D8%B9", item.Links.First().Uri.AbsoluteUri);
        Assert.Contains("<p id=\"b1\">فقرة</p>", WebUtility.HtmlDecode(await host.Text($"/v1/feeds/articles.{format}?section={section}")));
    }

    [Fact]
    public async Task A_JSON_Feed_holds_the_same()
    {
        var section = await host.AddSection("Json");
        var id = await host.Add(new Story { Headline = "One", SectionId = section, Deck = "A deck" });

        var feed = JsonNode.Parse(await host.Text($"/v1/feeds/articles.json?section={section}"))!;
        var item = Assert.Single(feed["items"]!.AsArray())!;

        Assert.Equal($"{Newspaper.Root}/v1/feeds/articles.json?section={section}", (string?)feed["feed_url"]);
        Assert.Equal(($"urn:uuid:{id}", "One", "A deck"), ((string?)item["id"], (string?)item["title"], (string?)item["summary"]));
        Assert.Equal("<p id=\"b1\">One paragraph of text.</p>", (string?)item["content_html"]);
    }

    [Theory]
    [InlineData("\u0001\u000B]]>\uFFFE")]
    [InlineData("\uFFFF<script>alert(1)</script>")]
    public async Task Characters_that_XML_forbids_spoil_no_feed(string hard)
    {
        var tag = await host.AddTag($"Hard {Guid.NewGuid():N}");
        var slug = $"hard-{Guid.NewGuid():N}";
        await host.Add(new Story { Headline = $"Hard{hard}", Deck = hard, Byline = hard, Slug = slug, Paragraphs = [hard], TagIds = [tag] });

        Assert.StartsWith("Hard", Assert.Single(await host.Headlines($"?tag={tag}")));
        Assert.StartsWith("Hard", Assert.Single(await host.Headlines($"?tag={tag}", "atom")));
    }

    [Fact]
    public async Task Filters_and_words_narrow_a_feed_as_they_narrow_a_list()
    {
        var (top, below) = (await host.AddSection("Top"), Guid.Empty);
        below = await host.AddSection("Below", top);
        var (author, tag) = (await host.AddContributor("Fatma Filter"), await host.AddTag("Filters"));
        var home = await host.AddPublication("The Other Paper");
        await host.Add(new Story { Headline = "In the sub-section", SectionId = below, PublishedAt = At(2026, 5, 1) });
        string[] one = ["xylophones everywhere"], other = ["another xylophone"];
        await host.Add(new Story { Headline = "By the author", AuthorIds = [author], PublishedAt = At(2026, 5, 2), Paragraphs = one });
        await host.Add(new Story { Headline = "With the tag", TagIds = [tag], Language = "ar", PublishedAt = At(2026, 5, 3), Paragraphs = other });
        await host.Add(new Story { Headline = "Elsewhere", PublicationId = home });

        Assert.Equal(["In the sub-section"], await host.Headlines("?section=top"));
        Assert.Equal(["By the author"], await host.Headlines("?author=fatma-filter"));
        Assert.Equal(["With the tag"], await host.Headlines("?tag=filters&language=ar"));
        Assert.Equal(["Elsewhere"], await host.Headlines("?publication=the-other-paper"));
        Assert.Equal(["With the tag", "By the author"], await host.Headlines("?q=xylophone"));
        Assert.Equal(["With the tag"], await host.Headlines("?q=xylophone&limit=1", "atom"));
        Assert.Empty(await host.Headlines("?q=the"));
        Assert.Empty(await host.Headlines("?section=no-such-section", "atom"));
        Assert.Equal("The Other Paper – “xylophone”", (await host.Feed("?q=xylophone&publication=the-other-paper")).Title.Text);
    }

    [Theory]
    [InlineData("limit=51")]
    [InlineData("limit=0")]
    [InlineData("sort=headline")]
    [InlineData("cursor=x")]
    [InlineData("view=draft")]
    public async Task What_a_feed_does_not_take_is_refused(string query) =>
        await host.GetProblem($"/v1/feeds/articles.rss?{query}", HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("rss", "application/rss+xml")]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("json", "application/feed+json")]
    public async Task Bytes_hold_still_until_a_story_changes(string format, string mediaType)
    {
        var section = await host.AddSection($"Still {format}");
        var id = await host.Add(new Story { Headline = "Still", SectionId = section });
        var path = $"/v1/feeds/articles.{format}?section={section}";

        using var first = await host.Send(path);
        using var forged = await host.Send(path, host: "evil.example");
        using var again = await host.Send(path, first.Headers.ETag);
        using var head = await host.Send(path, method: "HEAD");
        await host.Execute(
            "update published_articles set headline = 'Moved', updated_at = updated_at + interval '1 hour' where article_id = @id", new { id });
        using var changed = await host.Send(path, first.Headers.ETag);

        Assert.Equal(mediaType, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await forged.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((first.Headers.ETag, 0), (head.Headers.ETag, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains(id.ToString(), string.Join(' ', first.Headers.GetValues("Surrogate-Key")));
        Assert.Equal(Cms.Http.Answers.CacheHeaders.Public, first.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task What_is_hidden_is_in_no_feed()
    {
        var section = await host.AddSection("Hidden");
        await host.Add(new Story { Headline = "A zebrafish draft", SectionId = section, IsPublished = false });

        Assert.Empty(await host.Headlines($"?section={section}"));
        Assert.Empty(await host.Headlines("?q=zebrafish", "atom"));
        Assert.DoesNotContain("zebrafish", await host.Text("/v1/feeds/articles.json?limit=50"));
    }

    [Theory]
    [InlineData("?section=many")]
    [InlineData("?section=many&q=plentiful")]
    public async Task A_feed_takes_as_many_statements_for_many_stories_as_for_one(string query)
    {
        var section = (await host.Query<Guid?>("select id from sections where slug = 'many'")).SingleOrDefault() ?? await host.AddSection("Many");
        await host.Add(new Story { Headline = "A plentiful one", SectionId = section });
        var one = await Statements(query);
        for (var story = 0; story < 5; story++)
        {
            await host.Add(new Story { Headline = string.Create(CultureInfo.InvariantCulture, $"A plentiful {story}"), SectionId = section });
        }

        Assert.Equal(one, await Statements(query));
        Assert.InRange(one, 1, 6);
    }

    private async Task<int> Statements(string query)
    {
        // Another address than the one that is counted, so that nothing of its answer is ready.
        await host.Feed($"{query}&limit=49");
        using var count = new StatementCount(host.DatabaseName);
        await host.Feed($"{query}&limit=50");
        return count.Value;
    }

    private static DateTime At(int year, int month, int day) => new(year, month, day, 12, 0, 0, DateTimeKind.Utc);
}
