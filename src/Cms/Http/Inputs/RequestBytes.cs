using System.Net.Http.Headers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Cms.Http.Inputs;

/// <summary>The bytes of a body of the right media type and size, or what is wrong with it.</summary>
internal sealed record RequestBytes(ReadOnlyMemory<byte> Bytes, ProblemResult? Refusal)
{
    // The smallest chunk of a chunked body is one byte in six on the wire.
    private const int WireFactor = 8;

    public static async Task<RequestBytes> Read(HttpContext context, BodyContract contract)
    {
        var limit = BodyLimit.Of(context.GetEndpoint());
        var request = context.Request;
        var isEmpty = request.ContentLength is 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
        if (isEmpty && contract.IsOptional)
        {
            return new("{}"u8.ToArray(), null);
        }

        if (!IsOfType(request.ContentType, contract.MediaType))
        {
            return new(default, WrongMediaType(request.Method, contract.MediaType));
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

        return new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null);
    }

    private static bool IsOfType(string? sent, string mediaType) =>
        MediaTypeHeaderValue.TryParse(sent, out var type)
        && string.Equals(type.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static RequestBytes TooLarge(int limit) =>
        new(default, new ProblemResult(ProblemKind.PayloadTooLarge, $"The body may have {limit} bytes at most."));

    private static ProblemResult WrongMediaType(string method, string mediaType) =>
        new(ProblemKind.UnsupportedMediaType, $"Send Content-Type: {mediaType}, in UTF-8.")
        {
            Headers = new Dictionary<string, string>
            {
                [HttpMethods.IsPost(method) ? "Accept-Post" : HttpMethods.IsPatch(method) ? "Accept-Patch" : "Accept"] = mediaType,
            },
        };
}
