using Cms.Articles;
using Cms.Content.Syndication;
using Cms.Http.OpenApi;

namespace Cms.Feeds;

/// <summary>What the OpenAPI document shows of the room: the story of the other examples, in each format.</summary>
internal static class FeedExamples
{
    private const string Root = "https://api.example.org";

    private static readonly Site Home = new()
    {
        Id = ArticleExamples.Row.PublicationId,
        Slug = "newsroom",
        Name = "Newsroom",
        Language = "en",
        TimeZone = "Africa/Cairo",
        SiteUrl = "https://news.example.org",
        ArticlePath = "/{slug}",
        IsDefault = true,
        UpdatedAt = ArticleExamples.Row.UpdatedAt,
    };

    private static Story Shown => PublishedStory.Of(ArticleExamples.Row, Home, Root, new HashSet<Guid>());

    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        Text(typeof(RssDocument), "rssFeed", "A feed of one story", () => RssFeed.Write(FeedAt("rss"))),
        Text(typeof(AtomDocument), "atomFeed", "The same feed as Atom", () => AtomFeed.Write(FeedAt("atom"))),
        Json(typeof(JsonFeedDocument), "jsonFeed", "The same feed as JSON Feed", () => JsonFeed.Write(FeedAt("json"))),
        Text(typeof(HtmlDocument), "articleHtml", "A story as a page", () => HtmlPage.Write(Shown)),
        Json(typeof(JsonLdDocument), "articleJsonLd", "The same story as JSON-LD", () => JsonLd.Write(Shown)),
        Text(typeof(MarkdownDocument), "articleMarkdown", "The same story as Markdown", () => MarkdownPage.Write(Shown)),
        Json(typeof(NinjsDocument), "articleNinjs", "The same story as ninjs", () => Ninjs.Write(Shown)),
        Text(typeof(TextDocument), "articleText", "The same story as plain text", () => PlainPage.Write(Shown)),
        Text(
            typeof(SitemapDocument),
            "sitemap",
            "A sitemap with one address",
            () => Sitemap.Write([new SitemapEntry(Shown.Address, Shown.UpdatedAt)])),
    ];

    private static StoryFeed FeedAt(string extension) => new()
    {
        Title = "Newsroom",
        Home = Home.Home(Root),
        Self = $"{Root}/v1/feeds/articles.{extension}",
        Language = "en",
        UpdatedAt = Shown.UpdatedAt,
        Stories = [Shown],
    };

    private static Example Text(Type format, string name, string summary, Func<byte[]> write) =>
        new(format, name, summary, new RenditionExample(write, IsJson: false));

    private static Example Json(Type format, string name, string summary, Func<byte[]> write) =>
        new(format, name, summary, new RenditionExample(write, IsJson: true));
}
