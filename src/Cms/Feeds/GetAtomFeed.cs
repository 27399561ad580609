using Cms.Http.Answers;

namespace Cms.Feeds;

/// <summary>Reads a feed as Atom.</summary>
internal static class GetAtomFeed
{
    /// <summary>Read the newest stories as Atom</summary>
    /// <remarks>
    /// For everyone. The newest published stories, whole, that the filters leave; without filters, of all publications. A reference that does
    /// not exist gives an empty feed. Addresses begin with the publication's site, else with the setting `Cms:PublicUrl`; never with `Host`.
    /// </remarks>
    public static Task<Rendition<AtomDocument>> Handle(
        [AsParameters] FeedQuery query, HttpRequest request, FeedReader feeds, CancellationToken cancellationToken) =>
        feeds.Answer<AtomDocument>(query, request, cancellationToken);
}
