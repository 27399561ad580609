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
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, row, caller, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    public static async Task<StoryOutcome> Run(WriteTransaction write, ArticleRow row, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (row.DeletedAt is not null)
        {
            return StoryOutcome.Same(row);
        }

        if (row.Status == "published" && !caller.Holds(Scopes.ArticlesPublish))
        {
            return StoryOutcome.Refused(new NotAllowed("The story is public: only a key with articles:publish takes it down."));
        }

        return await Editing.Act(write, row, "delete", async () =>
        {
            await ArticleWriter.TakeDown(write.Connection, [row.Id], cancellationToken);
            await ArticleWriter.Trash(write.Connection, row.Id, isTrashed: true, cancellationToken);
        }, cancellationToken);
    }
}
