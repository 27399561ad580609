using Microsoft.AspNetCore.WebUtilities;

namespace Cms.Http.Answers;

/// <summary>How a door says that its answers are to be had in other formats too; the addresses follow from the request alone.</summary>
internal static class Alternates
{
    private static readonly (string Extension, string Type)[] Feeds =
        [("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")];

    private static readonly (string Extension, string Type)[] Formats =
    [
        ("html", "text/html"), ("md", "text/markdown"), ("txt", "text/plain"), ("jsonld", "application/ld+json"), ("ninjs.json", "application/json"),
    ];

    /// <summary>What a list takes besides filters: a feed has its own order and size.</summary>
    private static readonly string[] NoFilters = ["sort", "limit", "cursor", "count", "include", "facet", "view"];

    /// <summary>On a list of stories: its filters make a feed. A list of drafts has none.</summary>
    public static TBuilder HasFeeds<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => context.Request.Query.ContainsKey("view") ? [] : FeedsOf(Filters(context.Request))));

    /// <summary>On what stories are filed under: the feed that is narrowed to it.</summary>
    /// <param name="of">The filter that takes its id or slug.</param>
    public static TBuilder HasFeeds<TBuilder>(this TBuilder route, string of) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => FeedsOf(
            [KeyValuePair.Create(of, (string?)context.Request.RouteValues["idOrSlug"]), .. Filters(context.Request)])));

    /// <summary>On a story.</summary>
    public static TBuilder HasFormats<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => context.Request.Query.ContainsKey("view") ? [] : FormatsOf(context.Request)));

    private static IEnumerable<KeyValuePair<string, string?>> Filters(HttpRequest request) =>
        from parameter in request.Query
        where !NoFilters.Contains(parameter.Key)
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value);

    private static IEnumerable<string> FeedsOf(IEnumerable<KeyValuePair<string, string?>> filters)
    {
        var query = QueryHelpers.AddQueryString("", filters);
        return Feeds.Select(feed => $"</v1/feeds/articles.{feed.Extension}{query}>; rel=\"alternate\"; type=\"{feed.Type}\"");
    }

    private static IEnumerable<string> FormatsOf(HttpRequest request)
    {
        var query = QueryHelpers.AddQueryString("", Filters(request).Where(parameter => parameter.Key == "publication"));
        return Formats.Select(format => $"<{request.Path.ToUriComponent()}.{format.Extension}{query}>; rel=\"alternate\"; type=\"{format.Type}\"");
    }
}
