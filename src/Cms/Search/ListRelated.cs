using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Articles;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Search;

/// <summary>What is related to one article.</summary>
internal sealed record ListRelatedQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>Articles at most.</summary>
    [Range(1, Limits.SuggestionsMax), DefaultValue(Limits.SuggestionsDefault)]
    public int? Limit { get; init; }
}

/// <summary>Articles to read next.</summary>
internal sealed record RelatedArticles
{
    /// <summary>The articles, the closest first.</summary>
    public required IReadOnlyList<RelatedArticle> Data { get; init; }
}

/// <summary>An article to read next.</summary>
internal sealed record RelatedArticle
{
    /// <summary>The story.</summary>
    public required ArticleSummary Article { get; init; }

    /// <summary>How close it is: 1 for a story of the same words.</summary>
    public required double Score { get; init; }

    /// <summary>Why it is here.</summary>
    public required IReadOnlyList<RelatedReason> Reasons { get; init; }
}

/// <summary>One thing that two stories have in common.</summary>
internal sealed record RelatedReason
{
    /// <summary>What it is.</summary>
    public required RelatedKind Kind { get; init; }

    /// <summary>The name of the section or the tag; null for text.</summary>
    public required string? Label { get; init; }
}

/// <summary>What two stories can have in common.</summary>
internal enum RelatedKind
{
    /// <summary>The words that tell the story from others.</summary>
    Text,

    /// <summary>The section.</summary>
    Section,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>Finds articles to read next.</summary>
internal static class ListRelated
{
    /// <summary>List related articles</summary>
    /// <remarks>
    /// Published articles that share the words by which this one differs from all others; the same section and the same tags bring them
    /// closer. Its translations are not among them. An old slug answers 308 with the present address.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Answer<RelatedArticles>, MovedPermanently, Missing>> Handle(
        string idOrSlug,
        [AsParameters] ListRelatedQuery query,
        ArticleStore articles,
        RelatedFinder finder,
        CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        if (await articles.Find(address, ArticleView.Public, cancellationToken) is { } article)
        {
            var related = await finder.Find(article.Id, query.Limit ?? Limits.SuggestionsDefault, cancellationToken);
            return new Answer<RelatedArticles>(new RelatedArticles { Data = related })
            {
                SurrogateKeys = [article.Id, .. related.Select(other => other.Article.Id)],
            };
        }

        return await articles.FindRedirect(address, cancellationToken) is { } slug
            ? new MovedPermanently($"/v1/articles/{Uri.EscapeDataString(slug)}/related")
            : new Missing("No article has this id or slug.");
    }
}
