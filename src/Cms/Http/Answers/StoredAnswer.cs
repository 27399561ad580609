namespace Cms.Http.Answers;

/// <summary>200 with bytes that were made before, under the same ETag and cache headers as any other answer, or 304.</summary>
/// <param name="bytes">The body.</param>
/// <param name="mediaType">Its media type.</param>
internal sealed class StoredAnswer(byte[] bytes, string mediaType) : IResult
{
    /// <summary>What the answer is made of.</summary>
    public AnswerOrigin Origin { get; init; } = AnswerOrigin.Anything;

    public Task ExecuteAsync(HttpContext httpContext) => new PublicBytes(bytes, mediaType, version: null) { Origin = Origin }.Send(httpContext);
}
