using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads an article as Markdown.</summary>
internal static class GetArticleAsMarkdown
{
    /// <summary>Read an article as Markdown</summary>
    /// <remarks>
    /// For everyone. CommonMark below YAML front matter, which ingestion of Markdown reads back.
    /// An old slug answers 308 with the present address in this format. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static Task<Results<Rendition<MarkdownDocument>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] StoryQuery query, StoryReader stories, CancellationToken cancellationToken) =>
        stories.Answer<MarkdownDocument>(idOrSlug, query, cancellationToken);
}
