using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Shows a story to readers.</summary>
internal static class PublishArticle
{
    /// <summary>Publish an article</summary>
    /// <remarks>Makes the working copy what readers see, at once and everywhere: the story, lists, search. Needs a headline and a block. The first publication claims the slug, or one near it; a changed slug leaves a redirect (308) at the old one.</remarks>
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

        if (row.DeletedAt is not null || row.Status == "killed")
        {
            return new ArticleRefusal(row.DeletedAt is not null ? Editing.InTrash() : new Clash("A killed story stays down."));
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
            return new ArticleRefusal(new Unprocessable(lacking));
        }

        if (row.FirstPublishedAt is not null && await WorkingCopies.IsTaken(write.Connection, row.PublicationId, row.Slug!, row.Id, cancellationToken))
        {
            return new ArticleRefusal(new SlugTaken(row.Slug!));
        }

        if (!await ArticleWriter.Advance(write.Connection, row.Id, row.Version, cancellationToken))
        {
            return Editing.Stale(row);
        }

        await ArticleWriter.Publish(write.Connection, [row.Id], cancellationToken);
        var article = await Editing.Finish(write, row.Id, "publish", cancellationToken);
        return new Written<WrittenArticle>(article, article.Version);
    }
}
