using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Replaces a story, or makes one under an id that the client chose.</summary>
internal static class PutArticle
{
    /// <summary>Replace an article</summary>
    /// <remarks>
    /// Replaces the working copy; what is absent is reset. With `If-None-Match` it makes the article instead, at a UUID that nothing has yet.
    /// Readers keep the published copy until the next publication. Unchanged blocks keep their ids.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Added<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteArticleQuery query,
        PutCondition condition,
        Body<ArticleInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var row = await WorkingCopies.Hold(write.Connection, address, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ArticleRefusal(new ExistsAlready());
            }

            if (address.Id is not { } id)
            {
                return new Missing("An article is made at a UUID, not at a slug.");
            }

            var (made, reason) = await Editing.Create(write, body.Value, id, cancellationToken);
            return made is null ? new ArticleRefusal(reason!) : new Added<WrittenArticle>(made, made.Version, $"/v1/articles/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("No article has this id or slug.");
        }

        if (!condition.Matches(row.Version))
        {
            return Editing.Stale(row);
        }

        var (article, refusal) = await Editing.Change(write, body.Value, row, cancellationToken);
        return article is null ? new ArticleRefusal(refusal!) : new Written<WrittenArticle>(article, article.Version);
    }
}
