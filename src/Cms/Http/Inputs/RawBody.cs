using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Inputs;

/// <summary>A request's body as it came: a document of one of the media types that the parameter names.</summary>
internal sealed class RawBody : IRequestBody, IEndpointParameterMetadataProvider
{
    private readonly RequestBytes body;

    private RawBody(RequestBytes body) => this.body = body;

    public ReadOnlyMemory<byte> Bytes => body.Bytes;

    public ProblemResult? Refusal => body.Refusal;

    /// <summary>The media type that it came as, without parameters.</summary>
    public string MediaType => body.MediaType ?? throw new InvalidOperationException("The body was refused: its route group lacks TakesWrites.");

    public static async ValueTask<RawBody?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await RequestBytes.Read(context, ContractOf(parameter).MediaTypes, isOptional: false));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(ContractOf(parameter));

    private static RawBodyContract ContractOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<MediaTypesAttribute>() is { } types
            ? new RawBodyContract(types.MediaTypes)
            : throw new InvalidOperationException($"The body {parameter.Name} names no media types.");
}

/// <summary>On a raw body: what it may be.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class MediaTypesAttribute(params string[] mediaTypes) : Attribute
{
    public string[] MediaTypes { get; } = mediaTypes;
}

/// <summary>What a route takes as its body, unread. Requests are held to it, and the OpenAPI document shows it.</summary>
/// <param name="MediaTypes">The media types that are taken.</param>
internal sealed record RawBodyContract(IReadOnlyList<string> MediaTypes);
