using System.Collections.Concurrent;
using Cms.Data;
using Cms.Data.Watching;
using Microsoft.AspNetCore.Http.Features;

namespace Cms.Http.Caching;

/// <summary>
/// Answers what is public from memory as long as nothing that it is made of has changed. Only requests without a key are answered so, by the
/// path and the query as they were sent; of many that ask the same at once, one asks the database.
/// </summary>
internal sealed class AnswerCache
{
    private const string Prefix = "/v1/";

    /// <summary>Characters of an address that is kept.</summary>
    private const int LongestAddress = 2_048;

    private readonly ConcurrentDictionary<string, AnswerFill> fills = new(StringComparer.Ordinal);
    private readonly ChangeLog changes;
    private readonly TimeProvider clock;
    private readonly AnswerStore? store;

    public AnswerCache(Settings settings, Database database, TimeProvider clock)
    {
        (changes, this.clock) = (database.Changes, clock);
        store = settings.Cache.Megabytes == 0 ? null : new AnswerStore(settings.Cache.Megabytes * 1024L * 1024);
    }

    /// <summary>What is kept; null when nothing is to be.</summary>
    public AnswerStore? Store => store;

    public Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (store is null || !IsPublicRead(context.Request) || context.Features.Get<IHttpRequestFeature>() is not { } request)
        {
            return next(context);
        }

        var address = request.RawTarget;
        if (!address.StartsWith(Prefix, StringComparison.Ordinal) || address.Length > LongestAddress || !changes.IsTrusted)
        {
            return next(context);
        }

        if (store.Find(address) is { } place && place.Answer is { } answer)
        {
            if (answer.IsCurrent(changes, clock))
            {
                return Send(context, place, answer);
            }

            store.Drop(place, answer);
        }

        return Fetch(context, next, address);
    }

    private async Task Fetch(HttpContext context, RequestDelegate next, string address)
    {
        // Before anything is read, so that a change that comes meanwhile is one since.
        var own = new AnswerFill(changes.Generation, clock.GetUtcNow(), made => Keep(address, made));
        var fill = fills.GetOrAdd(address, own);
        if (fill == own)
        {
            try
            {
                own.Begin(context);
                await next(context);
            }
            finally
            {
                fills.TryRemove(new(address, own));
                own.End(context);
            }

            return;
        }

        // What another request began to read before a change is not an answer to this one.
        if (await fill.Answer.WaitAsync(context.RequestAborted) is { } shared && changes.IsTrusted && shared.IsCurrent(changes, clock))
        {
            await Send(context, store!.Find(address), shared);
            return;
        }

        await next(context);
    }

    private void Keep(string address, CachedAnswer made)
    {
        if (made.IsCurrent(changes, clock))
        {
            store!.Keep(address, made);
        }
    }

    private Task Send(HttpContext context, AnswerStore.Place? place, CachedAnswer answer) =>
        answer.Send(context, place is null ? static _ => { } : by => store!.Grow(place, answer, by));

    private static bool IsPublicRead(HttpRequest request)
    {
        var headers = request.Headers;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && headers.Authorization.Count == 0
            // Refused, and so not answered from here.
            && headers.ContentEncoding.Count == 0
            && !headers.ContainsKey("X-Api-Key");
    }
}
