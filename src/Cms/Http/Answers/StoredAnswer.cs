namespace Cms.Http.Answers;

/// <summary>200 with bytes that were made before, under the same ETag and cache headers as any other answer, or 304.</summary>
/// <param name="bytes">The body.</param>
/// <param name="mediaType">Its media type.</param>
internal sealed class StoredAnswer(byte[] bytes, string mediaType) : IResult
{
    /// <summary>Ids that a CDN can purge this answer by.</summary>
    public IEnumerable<Guid> SurrogateKeys { get; init; } = [];

    /// <summary>The period of the clock within which the answer holds, such as the hour; null where the time does not shape it.</summary>
    public TimeSpan? Period { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var origin = new AnswerOrigin { Resources = SurrogateKeys, Period = Period };
        return new PublicBytes(bytes, mediaType, version: null) { Origin = origin }.Send(httpContext);
    }
}
