using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Takes a story out of the trash.</summary>
internal static class RestoreArticle
{
    /// <summary>Restore an article from the trash</summary>
    /// <remarks>The story comes back as it was, but not public: publish it again. A story that is not in the trash stays as it is.</remarks>
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

        if (row.DeletedAt is null)
        {
            return new Written<WrittenArticle>(new WrittenArticle(row, []), row.Version) { ChangedNothing = true };
        }

        if (!await ArticleWriter.Advance(write.Connection, row.Id, row.Version, cancellationToken))
        {
            return Editing.Stale(row);
        }

        await ArticleWriter.Trash(write.Connection, row.Id, isTrashed: false, cancellationToken);
        var article = await Editing.Finish(write, row.Id, "restore", cancellationToken);
        return new Written<WrittenArticle>(article, article.Version);
    }
}
