using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Shows a story to readers.</summary>
internal static class PublishArticle
{
    /// <summary>Publish an article</summary>
    /// <remarks>
    /// Makes the working copy what readers see, at once and everywhere: the story, lists, search. Needs a headline and a block. The first
    /// publication claims the slug, or one near it; a changed slug leaves a redirect (308) at the old one.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug, [AsParameters] WriteArticleQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, row, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    public static async Task<StoryOutcome> Run(WriteTransaction write, ArticleRow row, CancellationToken cancellationToken)
    {
        if (row.DeletedAt is not null || row.Status == "killed")
        {
            return StoryOutcome.Refused(row.DeletedAt is not null ? Editing.InTrash() : new Clash("A killed story stays down."));
        }

        List<ProblemError> lacking = [];
        if (row.Headline.Length == 0)
        {
            lacking.Add(new ProblemError { Pointer = "/headline", Code = ErrorCode.Required, Detail = "A story is published with a headline." });
        }

        if (row.Body is "[]")
        {
            lacking.Add(new ProblemError { Pointer = "/body", Code = ErrorCode.Required, Detail = "A story is published with at least one block." });
        }

        if (lacking.Count > 0)
        {
            return StoryOutcome.Refused(new Unprocessable(lacking));
        }

        if (row.FirstPublishedAt is not null
            && await WorkingCopies.IsTaken(write.Connection, row.PublicationId, row.Slug!, row.Id, cancellationToken))
        {
            return StoryOutcome.Refused(new SlugTaken(row.Slug!));
        }

        return await Editing.Act(
            write, row, "publish", () => ArticleWriter.Publish(write.Connection, [row.Id], cancellationToken), cancellationToken);
    }
}
