using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Cms.Http.OpenApi;

/// <summary>All examples, written by the same serializer as the answers.</summary>
internal sealed class ExampleBook(IEnumerable<Example> examples, IOptions<JsonOptions> json)
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly ProblemResult[] Problems =
    [
        new InvalidParameters(new ProblemError
        {
            Parameter = "limti",
            Code = "unknown",
            Detail = "This address takes cursor, limit.",
            Meta = new Dictionary<string, string> { ["didYouMean"] = "limit" },
        }),
        new InvalidCursor(),
        new ProblemResult(ProblemKind.BadRequest, "The request is not well formed."),
        new ProblemResult(ProblemKind.Unauthenticated, "Send a living key as Authorization: Bearer, or as X-Api-Key."),
        new ProblemResult(ProblemKind.Forbidden, "The key does not hold the scope that this needs."),
        new Missing("No article has this id or slug."),
        new Clash("A revoked key stays revoked: make another one."),
        new ProblemResult(
            ProblemKind.IdempotencyKeyInFlight,
            "The first request under this Idempotency-Key has not been answered yet. Repeat this one in a moment."),
        new InUse(
            "reassignTo",
            "The tag is referred to: published 3, revisions 1. Name another with reassignTo that takes them over.",
            new Dictionary<string, string> { ["published"] = "3", ["working"] = "0", ["trashed"] = "0", ["revisions"] = "1" }),
        new SlugTaken("iraq"),
        new ProblemResult(ProblemKind.PreconditionFailed, "It is at version 2 now. Read it again and repeat the change on that."),
        new ProblemResult(
            ProblemKind.IdempotencyKeyReused,
            "This Idempotency-Key was used for another request within the last 24 hours. Take a new one for a new request."),
        new Unprocessable(new ProblemError
        {
            Pointer = "/nmae",
            Code = ErrorCode.Unknown,
            Detail = "There is no such member.",
            Meta = new Dictionary<string, string> { ["didYouMean"] = "name" },
        }),
        new ProblemResult(ProblemKind.PreconditionRequired, "Send If-Match with the ETag that you read."),
        new ProblemResult(ProblemKind.RequestTimeout, "The body did not arrive in time."),
        new ProblemResult(ProblemKind.PayloadTooLarge, "The body exceeds the limit that /v1/meta names."),
        new ProblemResult(ProblemKind.UnsupportedMediaType, "Send the media type that the OpenAPI document names, without Content-Encoding."),
        new ProblemResult(ProblemKind.TooManyRequests, "Wait as long as Retry-After says."),
        new ProblemResult(ProblemKind.InternalError, "The problem has been logged under this trace id."),
        new Unavailable("The database cannot be reached. Try again."),
    ];

    /// <summary>The examples of a shape.</summary>
    public IEnumerable<Example> Of(Type shape) => examples.Where(example => example.Shape == shape);

    /// <summary>The examples of a patch of a shape: rooms add them as <see cref="PatchExample"/>.</summary>
    public IEnumerable<Example> PatchesOf(Type shape) => examples.Where(example => example.Value is PatchExample patch && patch.Of == shape);

    /// <summary>The examples of documents of a media type.</summary>
    public IEnumerable<Example> DocumentsOf(string mediaType) =>
        examples.Where(example => example.Value is DocumentExample document && document.MediaType == mediaType);

    /// <summary>An example of a problem; a kind that has none of its own says no more than its title.</summary>
    public static Example Of(ProblemKind kind)
    {
        var problem = Problems.FirstOrDefault(known => known.Kind == kind) ?? new ProblemResult(kind, $"{kind.Title}.");
        return new Example(typeof(Problem), kind.Code, kind.Title, problem.Describe(TraceId));
    }

    /// <summary>Puts an example among the components and refers to it.</summary>
    public IOpenApiExample Show(Example example, OpenApiDocument document)
    {
        document.AddComponent(example.Name, new OpenApiExample { Summary = example.Summary, Value = Write(example) });
        return new OpenApiExampleReference(example.Name, document);
    }

    // Text stands for itself: a document of another media type, as it is sent.
    private JsonNode Write(Example example) => example.Value is string text ? JsonValue.Create(text)
        : example.Value is DocumentExample document ? JsonValue.Create(document.Text)
        : example.Value is PatchExample patch ? JsonNode.Parse(patch.Json)!
        : example.Value is RenditionExample { IsJson: true } parsed ? JsonNode.Parse(parsed.Write())!
        : example.Value is RenditionExample rendition ? JsonValue.Create(Encoding.UTF8.GetString(rendition.Write()))
        : JsonNode.Parse(JsonSerializer.Serialize(example.Value, json.Value.SerializerOptions.GetTypeInfo(example.Shape)))!;
}
