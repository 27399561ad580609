namespace Cms.Http.Answers;

/// <summary>A body and all that goes out with it: how every public answer is sent, and offered to the cache.</summary>
/// <param name="body">The body.</param>
/// <param name="mediaType">Its media type.</param>
/// <param name="version">The version of a single resource, which leads its ETag.</param>
internal readonly struct PublicBytes(ReadOnlyMemory<byte> body, string mediaType, int? version)
{
    /// <summary>What the answer is made of.</summary>
    public required AnswerOrigin Origin { get; init; }

    /// <summary>The Link header.</summary>
    public string? Link { get; init; }

    /// <summary>Answers 200, or 304 when the caller has these bytes in any coding.</summary>
    public Task Send(HttpContext context)
    {
        var response = context.Response;
        var etag = EntityTags.Of(body.Span, version);
        response.Headers.ETag = etag;
        CacheHeaders.Set(context, Origin);
        if (Link is not null)
        {
            response.Headers.Link = Link;
        }

        context.Features.Get<AnswerOffer>()?.Make(context, body, mediaType, Origin);
        if (EntityTags.Match(context.Request.Headers.IfNoneMatch, etag) is { } known)
        {
            response.Headers.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

/// <summary>A place where a request leaves its answer for those that ask the same.</summary>
internal abstract class AnswerOffer
{
    /// <summary>Called once the headers are set and before anything is sent.</summary>
    public abstract void Make(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, AnswerOrigin origin);
}
