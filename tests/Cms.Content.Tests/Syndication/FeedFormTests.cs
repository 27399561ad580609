using System.Text.Json.Nodes;
using System.Xml.Linq;
using Cms.Content.Bodies;
using Cms.Content.Syndication;

namespace Cms.Content.Tests.Syndication;

public sealed class FeedFormTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    [Fact]
    public void An_RSS_channel_names_itself_and_when_its_stories_last_changed()
    {
        var channel = Rss(Samples.FeedOf(Samples.Full)).Element("channel")!;

        Assert.Equal("Newsroom", (string?)channel.Element("title"));
        Assert.Equal("https://news.example.org/", (string?)channel.Element("link"));
        Assert.Equal("Sun, 04 Jan 2026 09:00:00 GMT", (string?)channel.Element("lastBuildDate"));
        Assert.Equal("self", (string?)channel.Element(Atom + "link")!.Attribute("rel"));
        Assert.Equal("https://api.example.org/v1/feeds/articles.rss", (string?)channel.Element(Atom + "link")!.Attribute("href"));
    }

    [Fact]
    public void An_RSS_item_has_an_id_that_is_no_address_the_credits_and_the_whole_story()
    {
        var item = Rss(Samples.FeedOf(Samples.Full)).Descendants("item").Single();

        Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        Assert.Equal("urn:uuid:0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10", (string?)item.Element("guid"));
        Assert.Equal("Fri, 02 Jan 2026 22:30:00 GMT", (string?)item.Element("pubDate"));
        Assert.Equal(["Mona Adel", "News Agency"], item.Elements(DublinCore + "creator").Select(creator => creator.Value));
        Assert.Equal(["Travel", "Ferries", "Port Said"], item.Elements("category").Select(category => category.Value));
        Assert.StartsWith("<p id=\"b1\">The <strong>first</strong> ferry left.</p>", (string?)item.Element(Content + "encoded"));
        Assert.Equal("https://img.example.org/ferry%20one.jpg", (string?)item.Element(Media + "content")!.Attribute("url"));
    }

    [Fact]
    public void A_description_is_HTML_so_that_its_signs_are_escaped_twice()
    {
        var item = Rss(Samples.FeedOf(Samples.Full with { Summary = "a < b & c" })).Descendants("item").Single();

        Assert.Equal("a &lt; b &amp; c", (string?)item.Element("description"));
    }

    [Fact]
    public void An_Atom_entry_has_what_RFC_4287_requires_even_without_a_credit()
    {
        var bare = Samples.Full with { Authors = [], Byline = null };
        var feed = XDocument.Load(new MemoryStream(AtomFeed.Write(Samples.FeedOf(bare)))).Root!;
        var entry = feed.Element(Atom + "entry")!;

        Assert.All(new[] { "id", "title", "updated" }, name => Assert.Single(feed.Elements(Atom + name)));
        Assert.All(new[] { "id", "title", "updated", "published", "content" }, name => Assert.Single(entry.Elements(Atom + name)));
        Assert.Equal("Newsroom", (string?)entry.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.Equal("2026-01-04T09:00:00Z", (string?)entry.Element(Atom + "updated"));
    }

    [Fact]
    public void A_JSON_Feed_item_has_its_members_and_none_that_is_empty()
    {
        var stripped = Samples.Full with { Authors = [], Byline = null, Section = null, Tags = [], LeadImage = null };
        var feed = JsonNode.Parse(JsonFeed.Write(Samples.FeedOf(Samples.Full, stripped)))!;
        var (full, bare) = (feed["items"]![0]!.AsObject(), feed["items"]![1]!.AsObject());

        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("Mona Adel", (string?)full["authors"]![0]!["name"]);
        Assert.Equal("2026-01-02T22:30:00Z", (string?)full["date_published"]);
        Assert.Equal("https://img.example.org/ferry%20one.jpg", (string?)full["image"]);
        Assert.All(new[] { "authors", "tags", "image" }, member => Assert.False(bare.ContainsKey(member)));
    }

    [Theory]
    [InlineData("ar-EG", "ar")]
    [InlineData("zh-Hant-HK", "zh-tw")]
    [InlineData("zh", "zh-cn")]
    public void The_sitemap_of_news_names_languages_as_Google_does(string tag, string name)
    {
        XNamespace news = "http://www.google.com/schemas/sitemap-news/0.9";
        var entry = new NewsEntry("https://news.example.org/x", "A story", tag, DateTimeOffset.UnixEpoch);
        var sitemap = XDocument.Load(new MemoryStream(NewsSitemap.Write("Newsroom", [entry])));

        Assert.Equal(name, sitemap.Descendants(news + "language").Single().Value);
    }

    [Fact]
    public void An_address_too_long_for_a_sitemap_is_left_out()
    {
        var longest = "https://news.example.org/" + new string('x', Sitemap.MaxAddress - 25);
        var entries = new[] { longest, longest + "x" }.Select(address => new SitemapEntry(address, DateTimeOffset.UnixEpoch));
        var sitemap = XDocument.Load(new MemoryStream(Sitemap.Write(entries)));

        Assert.Equal(longest, sitemap.Descendants().Single(element => element.Name.LocalName == "loc").Value);
    }

    [Theory]
    [InlineData("https://أخبار.example/خبر?ق=1#x", "https://xn--igbicxr.example/%D8%AE%D8%A8%D8%B1?%D9%82=1#x")]
    [InlineData("HTTP://User:pass@News.Example:80/a b", "http://news.example/a%20b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    public void Addresses_are_absolute_and_ASCII(string text, string? address) => Assert.Equal(address, WebAddress.Ascii(text));

    [Theory]
    [InlineData("/x?y=1", "https://news.example.org/x?y=1")]
    [InlineData("/خبر", "https://news.example.org/%D8%AE%D8%A8%D8%B1")]
    [InlineData("#b2", "#b2")]
    [InlineData("//evil.example", "//evil.example")]
    [InlineData("mailto:desk@news.example.org", "mailto:desk@news.example.org")]
    public void A_path_in_a_body_leads_to_the_host_of_its_story(string link, string address)
    {
        IReadOnlyList<Run> content = [new Run { Text = "there", Href = link }];
        Block[] body =
        [
            new ParagraphBlock { Id = "b1", Content = content },
            new ListBlock { Id = "b2", Ordered = false, Items = [new ListItem { Level = 0, Content = content }] },
            new TableBlock { Id = "b3", Header = false, Rows = [[content]] },
            new ImageBlock { Id = "b4", Url = link },
        ];

        var made = AbsoluteLinks.In(body, "https://news.example.org/stories/one");

        Assert.Equal(address, ((ParagraphBlock)made[0]).Content[0].Href);
        Assert.Equal(address, ((ListBlock)made[1]).Items[0].Content[0].Href);
        Assert.Equal(address, ((TableBlock)made[2]).Rows[0][0][0].Href);
        Assert.Equal(address, ((ImageBlock)made[3]).Url);
    }

    private static XElement Rss(StoryFeed feed) => XDocument.Load(new MemoryStream(RssFeed.Write(feed))).Root!;
}
