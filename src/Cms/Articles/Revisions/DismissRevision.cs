using Cms.Articles.Writing;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Revisions;

/// <summary>Leaves a story as its editor has it.</summary>
internal static class DismissRevision
{
    /// <summary>Dismiss a pending revision</summary>
    /// <remarks>
    /// Lets the waiting version go; the article and its version stay as they are. The same document does not bring it back; another change of
    /// the document waits anew.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    /// <param name="id">The id of the pending revision.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug,
        Guid id,
        [AsParameters] WriteArticleQuery query,
        IfMatch ifMatch,
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

        if (!await PendingStore.Remove(write.Connection, row.Id, id, cancellationToken))
        {
            return PendingStore.NotWaiting();
        }

        write.Leave("dismissRevision", "revisionDismissed", new ArticleMark(row.Id, row.PublicationId, row.Version, row.Revision));
        return new Written<WrittenArticle>(new WrittenArticle(row, []), row.Version);
    }
}
