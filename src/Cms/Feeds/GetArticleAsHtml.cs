using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads an article as a page of HTML.</summary>
internal static class GetArticleAsHtml
{
    // Pictures may come from anywhere; nothing else is loaded, and nothing runs.
    private const string Policy =
        "default-src 'none'; img-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Read an article as a page of HTML</summary>
    /// <remarks>
    /// For everyone. A whole page without scripts or styles, under a policy that lets nothing run; its head names the canonical address.
    /// An old slug answers 308 with the present address in this format. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static Task<Results<Rendition<HtmlDocument>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] StoryQuery query, HttpResponse response, StoryReader stories, CancellationToken cancellationToken)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return stories.Answer<HtmlDocument>(idOrSlug, query, cancellationToken);
    }
}
