using System.Reflection;
using System.Text.Json;
using Cms.Http.Answers;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Cms.Http.Problems;

/// <summary>422: the body can be read and breaks rules; all of them are named.</summary>
internal sealed class Unprocessable(params IReadOnlyList<ProblemError> errors)
    : ProblemResult(ProblemKind.Unprocessable, errors is [var only] ? only.Detail : $"{errors.Count} things are wrong with the body.", errors),
        IEndpointMetadataProvider
{
    public Unprocessable(string pointer, string code, string detail)
        : this(new ProblemError { Pointer = pointer, Code = code, Detail = detail })
    {
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.Unprocessable);
}

/// <summary>403: the key may use the address, but not for this.</summary>
internal sealed class NotAllowed(string detail, params IReadOnlyList<ProblemError> errors)
    : ProblemResult(ProblemKind.Forbidden, detail, errors.Count == 0 ? null : errors), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.Forbidden);
}

/// <summary>409: the present state does not allow it.</summary>
internal sealed class Clash(string detail, params IReadOnlyList<ProblemError> errors)
    : ProblemResult(ProblemKind.Conflict, detail, errors.Count == 0 ? null : errors), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.Conflict);
}

/// <summary>409: the slug belongs to another resource.</summary>
internal sealed class SlugTaken(string slug, string pointer = "/slug") : ProblemResult(
    ProblemKind.SlugTaken,
    $"Another resource has the slug {slug}. Choose another one.",
    [new ProblemError { Pointer = pointer, Code = ErrorCode.Duplicate, Detail = "This slug is taken." }]), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.SlugTaken);
}

/// <summary>409: what is to be deleted is referred to; `meta` counts by whom.</summary>
internal sealed class InUse(string parameter, string detail, IReadOnlyDictionary<string, string> counts) : ProblemResult(
    ProblemKind.InUse,
    detail,
    [new ProblemError { Parameter = parameter, Code = ErrorCode.InUse, Detail = detail, Meta = counts }]), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.InUse);
}

/// <summary>412: the resource is not the one that the caller saw. The answer carries the present ETag.</summary>
/// <param name="current">What GET would answer now.</param>
/// <param name="version">Its version.</param>
internal sealed class Stale<T>(T current, int version)
    : ProblemResult(ProblemKind.PreconditionFailed, $"It is at version {version} now. Read it again and repeat the change on that."),
        IEndpointMetadataProvider
{
    /// <summary>The present ETag.</summary>
    public string ETag(JsonSerializerOptions options) =>
        EntityTags.Of(JsonSerializer.SerializeToUtf8Bytes(current, options.GetTypeInfo(typeof(T))), version);

    public override async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var etag = ETag(options);
        httpContext.Response.OnStarting(() =>
        {
            httpContext.Response.Headers.ETag = etag;
            return Task.CompletedTask;
        });
        await base.ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.PreconditionFailed);
}

/// <summary>412: `If-None-Match: *` asked to create what exists already.</summary>
internal sealed class ExistsAlready() : ProblemResult(
    ProblemKind.PreconditionFailed, "There is a resource with this id. Send If-Match to change it."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.PreconditionFailed);
}
