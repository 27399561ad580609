using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Cms.Taxonomy;
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
        FilingBook filings,
        CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        if (condition.Creates)
        {
            if (address.Id is not { } id)
            {
                return new Missing("An article is made at a UUID, not at a slug.");
            }

            var made = await Editing.Create(write, filings, body.Value, id, cancellationToken);
            return made.Article is not { } article
                ? new ArticleRefusal(made.Refusal!)
                : new Added<WrittenArticle>(article, article.Version, $"/v1/articles/{article.Id}");
        }

        var outcome = await Editing.At(
            write, address, condition.Matches, row => Editing.Change(write, filings, body.Value, row, cancellationToken), cancellationToken);
        return outcome.Refusal switch
        {
            null => new Written<WrittenArticle>(outcome.Article!, outcome.Article!.Version),
            Missing missing => missing,
            var refusal => new ArticleRefusal(refusal),
        };
    }
}
