using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Takes a story down.</summary>
internal static class UnpublishArticle
{
    /// <summary>Take an article down</summary>
    /// <remarks>From the answer on readers get 404 and nothing public counts the story. It keeps its slug and may be published again.</remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug, [AsParameters] WriteArticleQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await WorkingCopies.Hold(write.Connection, new ArticleAddress(idOrSlug, query.Publication), cancellationToken) is not { } row)
        {
            return new Missing("No article has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return Editing.Stale(row);
        }

        if (row.Status != "published")
        {
            return new ArticleRefusal(new Clash("The story is not public."));
        }

        if (!await ArticleWriter.Advance(write.Connection, row.Id, row.Version, cancellationToken))
        {
            return Editing.Stale(row);
        }

        await ArticleWriter.TakeDown(write.Connection, [row.Id], cancellationToken);
        var article = await Editing.Finish(write, row.Id, "unpublish", cancellationToken);
        return new Written<WrittenArticle>(article, article.Version);
    }
}
