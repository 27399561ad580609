using System.Text;
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

    private static readonly string FeedsOfAll = Links("/v1/feeds/articles", "", Feeds);

    /// <summary>On a list of stories: its filters make a feed. A list of drafts has none.</summary>
    public static TBuilder HasFeeds<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => IsOfDrafts(context.Request) ? null : FeedsOf(Filters(context.Request))));

    /// <summary>On what stories are filed under: the feed that is narrowed to it.</summary>
    /// <param name="of">The filter that takes its id or slug.</param>
    public static TBuilder HasFeeds<TBuilder>(this TBuilder route, string of) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => FeedsOf(
            [KeyValuePair.Create(of, (string?)context.Request.RouteValues["idOrSlug"]), .. Filters(context.Request)])));

    /// <summary>On a story.</summary>
    public static TBuilder HasFormats<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlternateLinks(context => IsOfDrafts(context.Request) ? null : FormatsOf(context.Request)));

    private static bool IsOfDrafts(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey("view");

    private static IEnumerable<KeyValuePair<string, string?>> Filters(HttpRequest request) => !request.QueryString.HasValue ? [] :
        from parameter in request.Query
        where !NoFilters.Contains(parameter.Key)
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value);

    private static string FeedsOf(IEnumerable<KeyValuePair<string, string?>> filters) =>
        QueryHelpers.AddQueryString("", filters) is { Length: > 0 } query ? Links("/v1/feeds/articles", query, Feeds) : FeedsOfAll;

    private static string FormatsOf(HttpRequest request)
    {
        var query = QueryHelpers.AddQueryString("", Filters(request).Where(parameter => parameter.Key == "publication"));
        return Links(request.Path.ToUriComponent(), query, Formats);
    }

    private static string Links(string path, string query, (string Extension, string Type)[] formats)
    {
        var links = new StringBuilder(formats.Length * (path.Length + query.Length + 60));
        foreach (var (extension, type) in formats)
        {
            links.Append(links.Length == 0 ? "<" : ", <").Append(path).Append('.').Append(extension).Append(query)
                .Append(">; rel=\"alternate\"; type=\"").Append(type).Append('"');
        }

        return links.ToString();
    }
}
