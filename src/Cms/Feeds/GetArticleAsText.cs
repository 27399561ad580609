using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads an article as plain text.</summary>
internal static class GetArticleAsText
{
    /// <summary>Read an article as plain text</summary>
    /// <remarks>
    /// For everyone. The head, the body and the address, without markup.
    /// An old slug answers 308 with the present address in this format. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static Task<Results<Rendition<TextDocument>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] StoryQuery query, StoryReader stories, CancellationToken cancellationToken) =>
        stories.Answer<TextDocument>(idOrSlug, query, cancellationToken);
}
