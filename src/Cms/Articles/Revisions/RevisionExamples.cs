using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Articles.Revisions;

/// <summary>What the OpenAPI document shows of revisions: the only one of a story that was read from its page.</summary>
internal static class RevisionExamples
{
    private static readonly RevisionRow First = new()
    {
        Number = 1,
        CreatedAt = ArticleExamples.Row.UpdatedAt,
        CreatedBy = "ingestion",
        Headline = ArticleExamples.Row.Headline,
        WordCount = ArticleExamples.Row.WordCount,
        IsPublic = true,
    };

    public static readonly Example[] All =
    [
        new(typeof(ListOf<ArticleRevisionSummary>), "articleRevisionList", "The only revision of a story", new ListOf<ArticleRevisionSummary>
        {
            Data = [First.ToSummary()],
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
        }),
        new(typeof(ArticleRevision), "articleRevision", "A revision with the story as it was then", new ArticleRevision(
            First.Number, First.CreatedAt, First.CreatedBy, First.IsPublic, new Article(ArticleExamples.Row, BodyRendition.Blocks))),
    ];
}
