namespace Cms.Http.Answers;

/// <summary>200 with bytes that were made before, under the same ETag and cache headers as any other answer, or 304.</summary>
/// <param name="bytes">The body.</param>
/// <param name="mediaType">Its media type.</param>
internal sealed class StoredAnswer(byte[] bytes, string mediaType) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var etag = EntityTags.Of(bytes, version: null);
        var response = httpContext.Response;
        response.Headers.ETag = etag;
        CacheHeaders.Set(httpContext, []);
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
