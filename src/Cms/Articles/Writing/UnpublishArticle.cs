using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Takes a story down.</summary>
internal static class UnpublishArticle
{
    /// <summary>Take an article down</summary>
    /// <remarks>From the answer on readers get 404 and nothing public counts the story. It keeps its slug and may be published again.</remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug, [AsParameters] WriteArticleQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, row, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    public static async Task<StoryOutcome> Run(WriteTransaction write, ArticleRow row, CancellationToken cancellationToken) =>
        row.Status == "published"
            ? await Editing.Act(
                write, row, "unpublish", () => ArticleWriter.TakeDown(write.Connection, [row.Id], cancellationToken), cancellationToken)
            : StoryOutcome.Refused(new Clash("The story is not public."));
}
