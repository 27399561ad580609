using System.Text.Json;
using Cms.Http.Pipeline;

namespace Cms.Http.Problems;

/// <summary>Writes a problem, always as JSON and never to be cached.</summary>
internal class ProblemResult(ProblemKind kind, string? detail = null, IReadOnlyList<ProblemError>? errors = null) : IResult, IStatusCodeHttpResult
{
    /// <summary>Seconds after which a retry makes sense; null when it does not.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The state of each readiness check.</summary>
    public IReadOnlyDictionary<string, string>? Checks { get; init; }

    /// <summary>Headers that help the caller out.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public int? StatusCode => kind.Status;

    public ProblemKind Kind => kind;

    /// <summary>The problem as the caller reads it.</summary>
    public Problem Describe(string traceId) => new()
    {
        Type = $"/docs/problems#{kind.Code}",
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Code = kind.Code,
        TraceId = traceId,
        Errors = errors,
        Checks = Checks,
    };

    public virtual Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Describe(RequestIdentity.Of(httpContext)), HttpJson.Default.Problem);
        response.StatusCode = kind.Status;
        response.ContentType = "application/problem+json";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    /// <summary>Documents a refusal of this kind on an endpoint.</summary>
    protected static void Document(EndpointBuilder builder, ProblemKind kind)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(kind.Status, typeof(Problem), ["application/problem+json"]));
        builder.Metadata.Add(kind);
    }
}
