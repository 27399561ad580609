using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Cms.Http.Answers;

/// <summary>200 with a body, a strong ETag over its bytes and cache headers, or 304 when the caller has it already.</summary>
/// <param name="value">What is promised to the caller.</param>
/// <param name="version">The version of a single resource, which leads its ETag; null for lists.</param>
internal sealed class Answer<T>(T value, int? version = null) : IResult, IEndpointMetadataProvider
{
    private const int InitialCapacity = 16 * 1024;

    /// <summary>Ids that a CDN can purge this answer by.</summary>
    public IEnumerable<Guid> SurrogateKeys { get; init; } = [];

    /// <summary>The query string of the next page, for the Link header.</summary>
    public string? NextPage { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        using var buffer = new PooledBuffer(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(typeof(T)));
        }

        var etag = EntityTags.Of(buffer.Written.Span, version);
        var response = httpContext.Response;
        var headers = response.Headers;
        headers.ETag = etag;
        CacheHeaders.Set(httpContext, SurrogateKeys);
        headers.Link = LinkHeader.Of(httpContext, NextPage);
        if (EntityTags.Matches(httpContext.Request.Headers.IfNoneMatch, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.Written.Length;
        await response.Body.WriteAsync(buffer.Written, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}
