using System.Reflection;
using System.Text.Json;
using Cms.Http.Answers;
using Cms.Http.Inputs;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Writing;

/// <summary>An answer that says the write is done: its transaction is committed before it goes out. Any other answer takes the write back.</summary>
internal interface IWrittenAnswer
{
    /// <summary>Whether there was nothing to change, so that nothing is audited.</summary>
    bool ChangedNothing { get; }

    /// <summary>The answer as bytes, once all statements of the write have run.</summary>
    WrittenBytes Render(JsonSerializerOptions options);
}

/// <summary>200: the resource as it is now.</summary>
/// <param name="value">The resource.</param>
/// <param name="version">Its version, which leads the ETag; null for what has none.</param>
internal sealed class Written<T>(T value, int? version) : IWrittenAnswer, IResult, IEndpointMetadataProvider
{
    public bool ChangedNothing { get; init; }

    /// <summary>What a retry gets instead, when the answer holds a secret.</summary>
    public T? Kept { get; init; }

    public WrittenBytes Render(JsonSerializerOptions options) =>
        WrittenBytes.Of(StatusCodes.Status200OK, value, Kept, version, location: null, options) with { TellsOfThePast = ChangedNothing };

    public Task ExecuteAsync(HttpContext httpContext) =>
        throw new InvalidOperationException("Nothing was committed: the route group lacks TakesWrites.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>201: the new resource.</summary>
/// <param name="value">The resource.</param>
/// <param name="version">Its version, which leads the ETag; null for what has none.</param>
/// <param name="location">Its path, percent-encoded.</param>
internal sealed class Added<T>(T value, int? version, string location) : IWrittenAnswer, IResult, IEndpointMetadataProvider
{
    public bool ChangedNothing => false;

    /// <summary>What a retry gets instead, when the answer holds a secret.</summary>
    public T? Kept { get; init; }

    public WrittenBytes Render(JsonSerializerOptions options) =>
        WrittenBytes.Of(StatusCodes.Status201Created, value, Kept, version, location, options);

    public Task ExecuteAsync(HttpContext httpContext) =>
        throw new InvalidOperationException("Nothing was committed: the route group lacks TakesWrites.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>200: what the write would have come to. It is taken back, as with any answer that is none of the above.</summary>
/// <param name="value">What it would have come to.</param>
internal sealed class Rehearsed<T>(T value) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => WrittenBytes
        .Of(StatusCodes.Status200OK, value, default, version: null, location: null, InputReader.OptionsOf(httpContext.RequestServices))
        .ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>A written answer, ready to go out.</summary>
internal sealed record WrittenBytes : IResult
{
    public required int Status { get; init; }

    public required string? ETag { get; init; }

    public required string? Location { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>What a retry gets.</summary>
    public required byte[] Kept { get; init; }

    /// <summary>Whether this is a retry's answer.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Whether somebody else, perhaps an instant ago, has done what this tells.</summary>
    public bool TellsOfThePast { get => field || IsReplay; init; }

    public static WrittenBytes Of<T>(int status, T value, T? kept, int? version, string? location, JsonSerializerOptions options)
    {
        var shape = options.GetTypeInfo(typeof(T));
        var body = JsonSerializer.SerializeToUtf8Bytes(value, shape);
        return new WrittenBytes
        {
            Status = status,
            ETag = EntityTags.Of(body, version),
            Location = location,
            Body = body,
            Kept = kept is null ? body : JsonSerializer.SerializeToUtf8Bytes(kept, shape),
        };
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        response.Headers.ETag = ETag;
        response.Headers.CacheControl = CacheHeaders.Private;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (IsReplay)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
