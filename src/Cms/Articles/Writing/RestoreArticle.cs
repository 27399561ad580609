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
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, row, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    private static async Task<StoryOutcome> Run(WriteTransaction write, ArticleRow row, CancellationToken cancellationToken) =>
        row.DeletedAt is null
            ? StoryOutcome.Same(row)
            : await Editing.Act(
                write, row, "restore", () => ArticleWriter.Trash(write.Connection, row.Id, isTrashed: false, cancellationToken), cancellationToken);
}
