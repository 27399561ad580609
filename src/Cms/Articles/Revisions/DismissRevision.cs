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
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, row, id, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    private static async Task<StoryOutcome> Run(WriteTransaction write, ArticleRow row, Guid id, CancellationToken cancellationToken)
    {
        if (!await PendingStore.Remove(write.Connection, row.Id, id, cancellationToken))
        {
            return StoryOutcome.Refused(PendingStore.NotWaiting());
        }

        write.Leave("dismissRevision", "revisionDismissed", new ArticleMark(row.Id, row.PublicationId, row.Version, row.Revision));
        return StoryOutcome.Done(new WrittenArticle(row, []));
    }
}
