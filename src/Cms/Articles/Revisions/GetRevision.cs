using Cms.Articles.Writing;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Revisions;

/// <summary>Reads one save of a story.</summary>
internal static class GetRevision
{
    /// <summary>Read a revision of an article</summary>
    /// <remarks>The story as it was saved then. Names of authors, sections and tags are those of now.</remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    /// <param name="number">The revision's number.</param>
    public static async Task<Results<Answer<ArticleRevision>, Missing>> Handle(
        string idOrSlug, int number, [AsParameters] WriteArticleQuery query, RevisionStore revisions, CancellationToken cancellationToken)
    {
        if (await revisions.Find(new ArticleAddress(idOrSlug, query.Publication), cancellationToken) is not { } id
            || await revisions.Read(id, number, cancellationToken) is not var (revision, article))
        {
            return new Missing("No article has this id or slug, or it has no revision of this number.");
        }

        return new Answer<ArticleRevision>(new ArticleRevision(
            revision.Number, revision.CreatedAt, revision.CreatedBy, revision.IsPublic, new Article(article, BodyRendition.Blocks)));
    }
}
