using Cms.Articles.Writing;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Revisions;

/// <summary>Takes what a source document says now for the working copy.</summary>
internal static class AcceptRevision
{
    /// <summary>Accept a pending revision</summary>
    /// <remarks>
    /// Makes the waiting version the working copy, as a new revision; what an editor had changed stays in the revisions before it. Readers
    /// keep the published copy until the next publication. The document's next version goes straight into the story again.
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
        if (row.DeletedAt is not null)
        {
            return StoryOutcome.Refused(Editing.InTrash());
        }

        var connection = write.Connection;
        if (await PendingStore.Draft(connection, row.Id, id, write.Caller, cancellationToken) is not { } draft)
        {
            return StoryOutcome.Refused(PendingStore.NotWaiting());
        }

        await ArticleWriter.Save(connection, [draft], cancellationToken);
        await PendingStore.Remove(connection, row.Id, id, cancellationToken);
        await PendingStore.HandBack(connection, row.Id, cancellationToken);
        var accepted = await WorkingCopies.Read(connection, row.Id, cancellationToken);
        write.Leave("acceptRevision", "updated", new ArticleMark(accepted.Id, accepted.PublicationId, accepted.Version, accepted.Revision));
        return StoryOutcome.Done(new WrittenArticle(accepted, []));
    }
}
