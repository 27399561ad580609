using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads an article as JSON-LD.</summary>
internal static class GetArticleAsJsonLd
{
    /// <summary>Read an article as JSON-LD</summary>
    /// <remarks>
    /// For everyone. A `NewsArticle` of schema.org, with `publishingPrinciples` leading to the masthead that was in force on its day.
    /// An old slug answers 308 with the present address in this format. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static Task<Results<Rendition<JsonLdDocument>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] StoryQuery query, StoryReader stories, CancellationToken cancellationToken) =>
        stories.Answer<JsonLdDocument>(idOrSlug, query, cancellationToken);
}
