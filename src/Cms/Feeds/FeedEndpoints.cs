using Cms.Access;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.OpenApi;

namespace Cms.Feeds;

/// <summary>The door of the room: feeds, sitemaps, and each story in the formats of others.</summary>
internal static class FeedEndpoints
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<FeedStore>()
        .AddSingleton<FeedReader>()
        .AddSingleton<StoryReader>()
        .AddSingleton<SitemapStore>()
        .AddExamples(FeedExamples.All);

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var stories = routes.MapGroup("/v1/articles").WithTags("Articles").IsPublic().WithMetadata(new SendsLinks());
        stories.Get("/{idOrSlug}.html", GetArticleAsHtml.Handle).WithName("getArticleAsHtml");
        stories.Get("/{idOrSlug}.jsonld", GetArticleAsJsonLd.Handle).WithName("getArticleAsJsonLd");
        stories.Get("/{idOrSlug}.md", GetArticleAsMarkdown.Handle).WithName("getArticleAsMarkdown");
        stories.Get("/{idOrSlug}.ninjs.json", GetArticleAsNinjs.Handle).WithName("getArticleAsNinjs");
        stories.Get("/{idOrSlug}.txt", GetArticleAsText.Handle).WithName("getArticleAsText");

        var feeds = routes.MapGroup("/v1/feeds").WithTags("Feeds").IsPublic();
        feeds.Get("/articles.atom", GetAtomFeed.Handle).WithName("getAtomFeed");
        feeds.Get("/articles.json", GetJsonFeed.Handle).WithName("getJsonFeed");
        feeds.Get("/articles.rss", GetRssFeed.Handle).WithName("getRssFeed");

        var sitemaps = routes.MapGroup("/v1/sitemaps").WithTags("Feeds").IsPublic();
        sitemaps.Get("/index.xml", GetSitemapIndex.Handle).WithName("getSitemapIndex");
        sitemaps.Get("/news.xml", GetNewsSitemap.Handle).WithName("getNewsSitemap");
        sitemaps.Get("/{part}.xml", GetSitemap.Handle).WithName("getSitemap");
    }
}
