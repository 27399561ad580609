using Cms.Data.Watching;
using Cms.Http.Answers;
using Microsoft.Extensions.Primitives;

namespace Cms.Http.Caching;

/// <summary>A public answer, ready to be sent again: its bytes, compressed too once somebody asks for that, and its headers.</summary>
internal sealed class CachedAnswer
{
    /// <summary>What an answer weighs besides its bytes.</summary>
    private const int Overhead = 1_000;

    private readonly byte[] body;
    private readonly string mediaType;
    private readonly string etag;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly Guid[]? resources;
    private readonly DateTimeOffset? until;
    private readonly CompressedBody gzip;
    private readonly CompressedBody brotli;
    private long validAt;

    /// <param name="body">The bytes.</param>
    /// <param name="mediaType">Their media type.</param>
    /// <param name="headers">What else the endpoint set, the ETag aside.</param>
    /// <param name="etag">The ETag of the bytes.</param>
    /// <param name="origin">What they are made of.</param>
    /// <param name="generation">The generation of changes before they were read.</param>
    /// <param name="begun">When their making began.</param>
    public CachedAnswer(
        byte[] body,
        string mediaType,
        KeyValuePair<string, StringValues>[] headers,
        string etag,
        AnswerOrigin origin,
        long generation,
        DateTimeOffset begun)
    {
        (this.body, this.mediaType, this.headers, this.etag) = (body, mediaType, headers, etag);
        resources = origin.IsResourcesOnly ? [.. origin.Resources.Distinct()] : null;
        until = origin.Until(begun);
        validAt = generation;
        gzip = new CompressedBody(BodyCoding.Gzip, etag);
        brotli = new CompressedBody(BodyCoding.Brotli, etag);
        Size = Overhead + body.Length + headers.Sum(header => sizeof(char) * header.Value.ToString().Length);
    }

    /// <summary>Bytes of memory without compressed bodies.</summary>
    public int Size { get; }

    /// <summary>Whether nothing that it is made of has changed since it was read.</summary>
    public bool IsCurrent(ChangeLog changes, TimeProvider clock)
    {
        var now = changes.Generation;
        var valid = Volatile.Read(ref validAt);
        if (valid != now)
        {
            if (resources is null || changes.HasChangedSince(valid, resources))
            {
                return false;
            }

            // Only what was certain before the look counts: a change that came meanwhile is looked for the next time.
            Volatile.Write(ref validAt, now);
        }

        return until is null || clock.GetUtcNow() < until;
    }

    /// <summary>Answers 200 or 304, as the endpoint would. Compressed bytes go out once they are made; the first to ask gets plain ones.</summary>
    /// <param name="context">The request.</param>
    /// <param name="grown">Told how many bytes a compressed body takes.</param>
    public Task Send(HttpContext context, Action<int> grown)
    {
        var request = context.Request.Headers;
        var response = context.Response;
        var answered = response.Headers;
        foreach (var (name, value) in headers)
        {
            answered[name] = value;
        }

        if (request.IfNoneMatch.Count > 0 && EntityTags.Match(request.IfNoneMatch, etag) is { } known)
        {
            answered.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = body;
        var compressed = BodyCodings.Best(request.AcceptEncoding) switch { BodyCoding.Brotli => brotli, BodyCoding.Gzip => gzip, _ => null };
        if (compressed?.Take(body, grown) is { } smaller)
        {
            bytes = smaller;
            answered.ContentEncoding = compressed.Name;
            answered.ETag = compressed.ETag;
        }
        else
        {
            answered.ETag = etag;
        }

        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }
}
