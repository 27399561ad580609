using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles;

/// <summary>How one article is asked for.</summary>
internal sealed record GetArticleQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>The form of the body. Blocks fill `body`; any other leaves it empty and fills its own member.</summary>
    [AllowedValues("blocks", "html", "markdown", "text"), DefaultValue("blocks")]
    public string? Body { get; init; }

    /// <summary>`draft` answers the newsroom's working copy, `trash` one in the trash; they need the scope `articles:read-drafts`.</summary>
    [AllowedValues(ArticleView.DraftName, ArticleView.TrashName)]
    public string? View { get; init; }
}

/// <summary>Reads one article.</summary>
internal static class GetArticle
{
    /// <summary>Read an article</summary>
    /// <remarks>
    /// Answers the published article; with the scope `articles:read-drafts` and `view=draft` the working copy instead, with `view=trash` one
    /// in the trash. An old slug answers 308 with the present address. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Answer<Article>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] GetArticleQuery query, ArticleStore articles, CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var view = ArticleView.Of(query.View);
        if (await articles.Find(address, view, cancellationToken) is { } row)
        {
            var rendition = query.Body is null ? BodyRendition.Blocks : Enum.Parse<BodyRendition>(query.Body, ignoreCase: true);
            return new Answer<Article>(new Article(row, rendition), row.Version) { SurrogateKeys = ArticleKeys.Of(row), IsOfItsKeysOnly = true };
        }

        return view.IsPublic && await articles.FindRedirect(address, cancellationToken) is { } slug
            ? new MovedPermanently($"/v1/articles/{Uri.EscapeDataString(slug)}")
            : new Missing("No article has this id or slug.");
    }
}
