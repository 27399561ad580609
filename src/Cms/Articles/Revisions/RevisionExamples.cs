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

    private static readonly PendingRow Waiting = new()
    {
        PendingId = new Guid("0199a3c2-8e31-7d4b-9c75-5f2e4d6b8a93"),
        IngestionId = new Guid("0199a3c2-6c10-7b1f-9a53-7f0e2d4c8b91"),
        SourceKey = "da3166f39741e689",
        File = "000_da3166f39741e689.txt",
        CreatedAt = ArticleExamples.Row.UpdatedAt,
        CreatedBy = "ingestion",
    };

    public static readonly Example[] All =
    [
        new(typeof(ListOf<ArticleRevisionSummary>), "articleRevisionList", "The only revision of a story", new ListOf<ArticleRevisionSummary>
        {
            Data = [First.ToSummary()],
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
        }),
        new(
            typeof(ListOf<ArticleRevisionSummary>),
            "pendingRevisionList",
            "What a changed page says of a story that an editor changed",
            new ListOf<ArticleRevisionSummary>
            {
                Data = [Waiting.ToSummary(ArticleExamples.Row)],
                Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
            }),
        new(typeof(ArticleRevision), "articleRevision", "A revision with the story as it was then", new ArticleRevision(
            First.Number, First.CreatedAt, First.CreatedBy, First.IsPublic, new Article(ArticleExamples.Row, BodyRendition.Blocks))),
    ];
}
