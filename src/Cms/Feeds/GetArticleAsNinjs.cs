using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads an article as ninjs 3.0.</summary>
internal static class GetArticleAsNinjs
{
    /// <summary>Read an article as ninjs 3.0</summary>
    /// <remarks>
    /// For everyone. The news object of the IPTC, with the body as HTML and as plain text.
    /// An old slug answers 308 with the present address in this format. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static Task<Results<Rendition<NinjsDocument>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] StoryQuery query, StoryReader stories, CancellationToken cancellationToken) =>
        stories.Answer<NinjsDocument>(idOrSlug, query, cancellationToken);
}
