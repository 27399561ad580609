using Cms.Http.Answers;

namespace Cms.Feeds;

/// <summary>Reads a feed as JSON Feed 1.1.</summary>
internal static class GetJsonFeed
{
    /// <summary>Read the newest stories as JSON Feed 1.1</summary>
    /// <remarks>
    /// For everyone. The newest published stories, whole, that the filters leave; without filters, of all publications. A reference that does
    /// not exist gives an empty feed. Addresses begin with the publication's site, else with the setting `Cms:PublicUrl`; never with `Host`.
    /// </remarks>
    public static Task<Rendition<JsonFeedDocument>> Handle(
        [AsParameters] FeedQuery query, HttpRequest request, FeedReader feeds, CancellationToken cancellationToken) =>
        feeds.Answer<JsonFeedDocument>(query, request, cancellationToken);
}
