using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Answers;

/// <summary>A format that others defined: what it is called on the wire. Its summary is its description in the OpenAPI document.</summary>
internal interface IFormat
{
    /// <summary>The media type, without a charset: all are UTF-8.</summary>
    static abstract string MediaType { get; }
}

/// <summary>200 with a document in a format of others, or 304 when the caller has it already.</summary>
/// <param name="bytes">The document.</param>
internal sealed class Rendition<TFormat>(byte[] bytes) : StoredAnswer(bytes, $"{TFormat.MediaType}; charset=utf-8"), IEndpointMetadataProvider
    where TFormat : IFormat
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TFormat), [TFormat.MediaType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}
