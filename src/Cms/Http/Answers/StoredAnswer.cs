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

    /// <summary>The period of the clock within which the answer holds, such as the hour; null where the time does not shape it.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>The address that is the resource's own, for the Link header; ASCII.</summary>
    public string? Canonical { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var origin = new AnswerOrigin { Resources = SurrogateKeys, Period = Period };
        var link = LinkHeader.Of(httpContext, nextPage: null, Canonical);
        return new PublicBytes(bytes, mediaType, Version) { Origin = origin, Link = link }.Send(httpContext);
    }
}
