using System.Globalization;
using System.Security.Claims;
using System.Text;
using Cms.Access;
using Cms.Articles.Writing;
using Cms.Data;
using Cms.Http;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Cms.Taxonomy;

namespace Cms.Articles.Bulk;

/// <summary>One operation of a bulk request: judged and done as the route of its own would.</summary>
internal sealed class BulkOperation
{
    private readonly BulkOperationInput input;
    private readonly ClaimsPrincipal caller;
    private readonly IfMatch ifMatch;
    private readonly ArticleInput? story;
    private readonly Patch<ArticleInput>? patch;

    public BulkOperation(int index, BulkOperationInput input, ClaimsPrincipal caller, IServiceProvider services)
    {
        this.input = input;
        this.caller = caller;
        Index = index;
        ifMatch = IfMatch.Of(input.IfMatch);
        NotAllowed = input.Op is BulkVerb.Publish or BulkVerb.Unpublish && !caller.Holds(Scopes.ArticlesPublish)
            ? new NotAllowed("Only a key with articles:publish shows stories to readers and takes them down.")
            : null;
        Refusal = NotAllowed ?? (input.Op == BulkVerb.Create ? null : ifMatch.Refusal);
        if (Refusal is not null || input.Article.Text is not { } text)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > Limits.ArticleBytes)
        {
            Refusal = new ProblemResult(ProblemKind.PayloadTooLarge, $"An article may have {Limits.ArticleBytes} bytes at most.");
        }
        else if (input.Op == BulkVerb.Create)
        {
            (story, Refusal) = InputReader.Read<ArticleInput>(bytes, services);
        }
        else
        {
            patch = Patch<ArticleInput>.Of(bytes, services);
            Refusal = patch.Refusal;
        }
    }

    public int Index { get; }

    /// <summary>The story that is named; null when a new one is to get an id of ours.</summary>
    public Guid? Id => input.Id;

    public bool IsCreate => input.Op == BulkVerb.Create;

    /// <summary>The scope that is lacking, whatever else is wrong.</summary>
    public NotAllowed? NotAllowed { get; }

    /// <summary>What is wrong with the operation before the story is looked at; null when nothing is.</summary>
    public ProblemResult? Refusal { get; }

    public async Task<StoryOutcome> Run(WriteTransaction write, FilingBook filings, CancellationToken cancellationToken) =>
        Refusal is not null ? StoryOutcome.Refused(Refusal)
        : IsCreate ? await Editing.Create(write, filings, story!, input.Id, cancellationToken)
        : await Editing.At(
            write, ArticleAddress.Of(input.Id!.Value), ifMatch.Matches, row => Change(write, filings, row, cancellationToken), cancellationToken);

    /// <summary>A problem whose pointers lead into the operation.</summary>
    public Problem Place(Problem problem) => problem with { Errors = problem.Errors?.Select(Place).ToList() };

    /// <summary>A problem as errors of the whole request.</summary>
    public IEnumerable<ProblemError> ErrorsOf(Problem problem) =>
        Place(problem).Errors ??
        [
            new ProblemError
            {
                Pointer = problem.Status switch
                {
                    StatusCodes.Status404NotFound => At("/id"),
                    StatusCodes.Status412PreconditionFailed => At(IsCreate ? "/id" : "/ifMatch"),
                    StatusCodes.Status413PayloadTooLarge => At("/article"),
                    StatusCodes.Status428PreconditionRequired => At("/ifMatch"),
                    _ => At("/op"),
                },
                Code = problem.Status switch
                {
                    StatusCodes.Status404NotFound => ErrorCode.UnknownReference,
                    StatusCodes.Status413PayloadTooLarge => ErrorCode.TooLong,
                    StatusCodes.Status428PreconditionRequired => ErrorCode.Required,
                    _ => ErrorCode.Invalid,
                },
                Detail = problem.Detail ?? problem.Title,
                Meta = new Dictionary<string, string> { ["problem"] = problem.Code },
            },
        ];

    private Task<StoryOutcome> Change(
        WriteTransaction write, FilingBook filings, ArticleRow row, CancellationToken cancellationToken) => input.Op switch
    {
        BulkVerb.Update => PatchArticle.Run(write, filings, row, patch!, cancellationToken),
        BulkVerb.Publish => PublishArticle.Run(write, row, cancellationToken),
        BulkVerb.Unpublish => UnpublishArticle.Run(write, row, cancellationToken),
        _ => DeleteArticle.Run(write, row, caller, cancellationToken),
    };

    // What a publication lacks is no part of the request: the id names the story that lacks it.
    private ProblemError Place(ProblemError error) => error with
    {
        Pointer = error.Pointer is null ? At("/ifMatch") : input.Article.Text is null ? At("/id") : At($"/article{error.Pointer}"),
        Parameter = null,
    };

    private string At(string member) => string.Create(CultureInfo.InvariantCulture, $"/operations/{Index}{member}");
}
