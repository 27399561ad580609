using System.Security.Claims;
using Cms.Access;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Puts a story into the trash.</summary>
internal static class DeleteArticle
{
    /// <summary>Put an article into the trash</summary>
    /// <remarks>Takes a published story down, which needs the scope `articles:publish` as well. Nothing is lost: restore it from the trash.</remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteArticleQuery query,
        IfMatch ifMatch,
        ClaimsPrincipal caller,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        if (await WorkingCopies.Hold(write.Connection, new ArticleAddress(idOrSlug, query.Publication), cancellationToken) is not { } row)
        {
            return new Missing("No article has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return Editing.Stale(row);
        }

        if (row.DeletedAt is not null)
        {
            return new Written<WrittenArticle>(new WrittenArticle(row, []), row.Version) { ChangedNothing = true };
        }

        if (row.Status == "published" && !caller.Holds(Scopes.ArticlesPublish))
        {
            return new ArticleRefusal(new NotAllowed("The story is public: only a key with articles:publish takes it down."));
        }

        if (!await ArticleWriter.Advance(write.Connection, row.Id, row.Version, cancellationToken))
        {
            return Editing.Stale(row);
        }

        await ArticleWriter.TakeDown(write.Connection, [row.Id], cancellationToken);
        await ArticleWriter.Trash(write.Connection, row.Id, isTrashed: true, cancellationToken);
        var article = await Editing.Finish(write, row.Id, "delete", cancellationToken);
        return new Written<WrittenArticle>(article, article.Version);
    }
}
