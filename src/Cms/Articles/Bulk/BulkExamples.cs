using Cms.Articles.Writing;
using Cms.Http.Answers;
using Cms.Http.OpenApi;
using Cms.Http.Problems;

namespace Cms.Articles.Bulk;

/// <summary>What the OpenAPI document shows of bulk requests: two new stories or none, and changes of which one comes too late.</summary>
internal static class BulkExamples
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly Guid First = new("0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10");
    private static readonly Guid Second = new("0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b11");

    public static readonly Example[] All =
    [
        new(typeof(BulkInput), "bulkCreate", "Two new stories, or none", new BulkInput
        {
            Mode = BulkMode.Atomic,
            Operations =
            [
                new BulkOperationInput
                {
                    Op = BulkVerb.Create,
                    Article = Story("""{"headline": "The harbour opens again", "bodyMarkdown": "The harbour opens on **Monday**."}"""),
                },
                new BulkOperationInput
                {
                    Op = BulkVerb.Create,
                    Article = Story("""{"headline": "The ferry is back", "bodyMarkdown": "The *first* ferry in nine years left on Monday."}"""),
                },
            ],
        }),
        new(typeof(BulkInput), "bulkChange", "A change and its publication, and a story for the trash; each for itself", new BulkInput
        {
            Mode = BulkMode.BestEffort,
            Operations =
            [
                new BulkOperationInput
                {
                    Op = BulkVerb.Update,
                    Id = First,
                    IfMatch = "\"1-q8yZcRkUvXw2Lb0e\"",
                    Article = Story("""{"deck": "The first ship comes in on Tuesday.", "kicker": null}"""),
                },
                new BulkOperationInput { Op = BulkVerb.Publish, Id = First, IfMatch = "\"2-\"" },
                new BulkOperationInput { Op = BulkVerb.Delete, Id = Second, IfMatch = "\"4-hV1sTnGd7mPpQa3x\"" },
            ],
        }),
        new(typeof(BulkResults), "bulkResults", "Two operations done, and one that came too late", new BulkResults
        {
            Results =
            [
                new BulkResult { Index = 0, Status = 200, Id = First, Etag = "\"2-Jm4cYtRr0sWqLx9a\"", Problem = null },
                new BulkResult { Index = 1, Status = 200, Id = First, Etag = "\"3-b7KzUe2dNfVh5oPi\"", Problem = null },
                new BulkResult
                {
                    Index = 2,
                    Status = 412,
                    Id = Second,
                    Etag = "\"5-Xw3gQy8vSj1tMc6r\"",
                    Problem = new ProblemResult(
                        ProblemKind.PreconditionFailed, "It is at version 5 now. Read it again and repeat the change on that.").Describe(TraceId),
                },
            ],
        }),
    ];

    private static RawJson<ArticleInput?> Story(string json) => new(json);
}
