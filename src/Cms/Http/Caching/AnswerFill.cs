using Cms.Http.Answers;
using Microsoft.Extensions.Primitives;

namespace Cms.Http.Caching;

/// <summary>The one request that fetches what several may be waiting for.</summary>
/// <param name="generation">The generation of changes before anything is read.</param>
/// <param name="begun">The time then.</param>
/// <param name="keep">Told the answer once it is there.</param>
internal sealed class AnswerFill(long generation, DateTimeOffset begun, Action<CachedAnswer> keep) : AnswerOffer
{
    private readonly TaskCompletionSource<CachedAnswer?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HashSet<string> before = [];

    /// <summary>The answer; null when it turns out to be one that is not kept.</summary>
    public Task<CachedAnswer?> Answer => answer.Task;

    /// <summary>The request begins: what is set on the answer already will be set on every other too.</summary>
    public void Begin(HttpContext context)
    {
        before = [.. context.Response.Headers.Keys];
        context.Features.Set<AnswerOffer>(this);
    }

    public override void Make(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, AnswerOrigin origin)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK || headers.CacheControl != CacheHeaders.Public)
        {
            return;
        }

        KeyValuePair<string, StringValues>[] own = [.. headers.Where(header => !before.Contains(header.Key) && header.Key != "ETag")];
        var made = new CachedAnswer(body.ToArray(), mediaType, own, headers.ETag.ToString(), origin, generation, begun);
        keep(made);
        answer.TrySetResult(made);
    }

    /// <summary>The request has ended: whoever still waits asks for himself.</summary>
    public void End(HttpContext context)
    {
        context.Features.Set<AnswerOffer>(null);
        answer.TrySetResult(null);
    }
}
