namespace Cms.Http.Answers;

/// <summary>200 with bytes that were made before, under the same ETag and cache headers as any other answer, or 304.</summary>
/// <param name="bytes">The body.</param>
/// <param name="mediaType">Its media type.</param>
internal class StoredAnswer(byte[] bytes, string mediaType) : IResult
{
    /// <summary>The version of a single resource, which leads the ETag.</summary>
    public int? Version { get; init; }

    /// <summary>Ids that a CDN can purge this answer by.</summary>
    public IEnumerable<Guid> SurrogateKeys { get; init; } = [];

    /// <summary>The address that is the resource's own, for the Link header; ASCII.</summary>
    public string? Canonical { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var etag = EntityTags.Of(bytes, Version);
        var response = httpContext.Response;
        response.Headers.ETag = etag;
        CacheHeaders.Set(httpContext, SurrogateKeys);
        response.Headers.Link = LinkHeader.Of(httpContext, nextPage: null, Canonical);
        if (EntityTags.Matches(httpContext.Request.Headers.IfNoneMatch, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
