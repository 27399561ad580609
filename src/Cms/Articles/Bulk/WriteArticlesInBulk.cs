using Cms.Articles.Writing;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Pipeline;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Bulk;

/// <summary>Changes many stories in one request.</summary>
internal static class WriteArticlesInBulk
{
    private const int MostErrors = 100;

    /// <summary>Change many articles at once</summary>
    /// <remarks>
    /// Does up to 100 operations in their order, each exactly as the route of its own does, with an audit row and an event for each changed
    /// article. `publish`, `unpublish` and deleting a public article need the scope `articles:publish` as well. `atomic`: the first operation
    /// that fails refuses the request with 422 (403 where the scope is lacking) and nothing is stored. `bestEffort`: always 200; each result
    /// has the status and the problem that the operation would have had alone. A second operation on the same article names the ETag that
    /// the first one leads to; as only the version is compared, `"2-"` will do. `Idempotency-Key` is required.
    /// </remarks>
    public static async Task<Results<Written<BulkResults>, NotAllowed, Unprocessable>> Handle(
        Body<BulkInput> body, HttpContext http, WriteTransaction write, FilingBook filings, CancellationToken cancellationToken)
    {
        var isAtomic = body.Value.Mode == BulkMode.Atomic;
        var operations = body.Value.Operations.Select((input, index) => new BulkOperation(index, input, http.User, http.RequestServices)).ToList();
        var traceId = RequestIdentity.Of(http);
        if (isAtomic && operations.Any(operation => operation.NotAllowed is not null))
        {
            return Forbidden([.. operations.Where(operation => operation.NotAllowed is not null).SelectMany(Errors)]);
        }

        if (isAtomic && operations.SelectMany(Errors).Take(MostErrors).ToList() is { Count: > 0 } errors)
        {
            return new Unprocessable(errors);
        }

        var outcomes = new List<StoryOutcome>();
        foreach (var operation in operations)
        {
            var outcome = isAtomic
                ? await operation.Run(write, filings, cancellationToken)
                : await write.Part(() => operation.Run(write, filings, cancellationToken), outcome => outcome.Refusal is null, cancellationToken);
            if (isAtomic && outcome.Refusal is { } refusal)
            {
                List<ProblemError> reasons = [.. operation.ErrorsOf(refusal.Describe(traceId))];
                return refusal.Kind == ProblemKind.Forbidden ? Forbidden(reasons) : new Unprocessable(reasons);
            }

            outcomes.Add(outcome);
        }

        await write.Flush(cancellationToken);
        var results = new BulkResults
        {
            Results = [.. operations.Zip(outcomes, (operation, outcome) => ResultOf(operation, outcome, http, traceId))],
        };
        return new Written<BulkResults>(results, version: null) { ChangedNothing = outcomes.TrueForAll(outcome => outcome.ChangedNothing) };

        IEnumerable<ProblemError> Errors(BulkOperation operation) =>
            operation.Refusal is { } refusal ? operation.ErrorsOf(refusal.Describe(traceId)) : [];
    }

    private static NotAllowed Forbidden(IReadOnlyList<ProblemError> errors) => new(errors[0].Detail, errors);

    private static BulkResult ResultOf(BulkOperation operation, StoryOutcome outcome, HttpContext http, string traceId)
    {
        var options = InputReader.OptionsOf(http.RequestServices);
        return new BulkResult
        {
            Index = operation.Index,
            Status = outcome.Refusal?.Kind.Status ?? (operation.IsCreate ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            Id = outcome.Article?.Id ?? operation.Id,
            Etag = outcome switch
            {
                { Article: { } article } => WrittenBytes.Of(StatusCodes.Status200OK, article, null, article.Version, null, options).ETag,
                { Refusal: Stale<Article> stale } => stale.ETag(options),
                _ => null,
            },
            Problem = outcome.Refusal is { } refusal ? operation.Place(refusal.Describe(traceId)) : null,
        };
    }
}
