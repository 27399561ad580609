using System.Net.Http.Headers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Cms.Http.Inputs;

/// <summary>The bytes of a body of the right media type and size, or what is wrong with it.</summary>
internal sealed record RequestBytes(ReadOnlyMemory<byte> Bytes, ProblemResult? Refusal)
{
    /// <summary>The media type that it came as; null when it was refused or left out.</summary>
    public string? MediaType { get; private init; }

    // The smallest chunk of a chunked body is one byte in six on the wire.
    private const int WireFactor = 8;

    public static Task<RequestBytes> Read(HttpContext context, BodyContract contract) => Read(context, [contract.MediaType], contract.IsOptional);

    public static async Task<RequestBytes> Read(HttpContext context, IReadOnlyList<string> mediaTypes, bool isOptional)
    {
        var limit = BodyLimit.Of(context.GetEndpoint());
        var request = context.Request;
        var isEmpty = request.ContentLength is 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
        if (isEmpty && isOptional)
        {
            return new("{}"u8.ToArray(), null);
        }

        if (mediaTypes.FirstOrDefault(type => IsOfType(request.ContentType, type)) is not { } mediaType)
        {
            return new(default, WrongMediaType(request.Method, mediaTypes));
        }

        if (request.ContentLength > limit)
        {
            return TooLarge(limit);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = (long)limit * WireFactor;
        }

        var bytes = new MemoryStream(request.ContentLength is { } length ? (int)length : 4096);
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            if (bytes.Length + count > limit)
            {
                return TooLarge(limit);
            }

            bytes.Write(buffer, 0, count);
        }

        return new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null) { MediaType = mediaType };
    }

    private static bool IsOfType(string? sent, string mediaType) =>
        MediaTypeHeaderValue.TryParse(sent, out var type)
        && string.Equals(type.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static RequestBytes TooLarge(int limit) =>
        new(default, new ProblemResult(ProblemKind.PayloadTooLarge, $"The body may have {limit} bytes at most."));

    private static ProblemResult WrongMediaType(string method, IReadOnlyList<string> mediaTypes) =>
        new(ProblemKind.UnsupportedMediaType, $"Send Content-Type: {string.Join(" or ", mediaTypes)}, in UTF-8.")
        {
            Headers = new Dictionary<string, string>
            {
                [HttpMethods.IsPost(method) ? "Accept-Post" : HttpMethods.IsPatch(method) ? "Accept-Patch" : "Accept"] =
                    string.Join(", ", mediaTypes),
            },
        };
}
