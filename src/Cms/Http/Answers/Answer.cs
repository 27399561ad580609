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

    /// <summary>Ids that a CDN can purge this answer by: what it shows, and what it is filtered by.</summary>
    public IEnumerable<Guid> SurrogateKeys { get; init; } = [];

    /// <summary>Whether the answer changes only when one of <see cref="SurrogateKeys"/> does: the story itself, never a list or a count.</summary>
    public bool IsOfItsKeysOnly { get; init; }

    /// <summary>The period of the clock within which the answer holds, such as the hour; null where the time does not shape it.</summary>
    public TimeSpan? Period { get; init; }

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

        var origin = new AnswerOrigin { Resources = SurrogateKeys, IsResourcesOnly = IsOfItsKeysOnly, Period = Period };
        var link = LinkHeader.Of(httpContext, NextPage);
        await new PublicBytes(buffer.Written, "application/json; charset=utf-8", version) { Origin = origin, Link = link }.Send(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}
