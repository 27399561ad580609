using System.Security.Claims;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Pipeline;
using Cms.Http.Problems;
using Npgsql;

namespace Cms.Http.Writing;

/// <summary>
/// Stands before every handler that writes: the idempotency key first, then what is wrong with the request, then the handler inside the
/// transaction, then the commit, then the answer.
/// </summary>
internal static class WriteGuard
{
    private const int Attempts = 3;

    public static async ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var refusal = context.Arguments.OfType<IRefusable>().Select(part => part.Refusal).FirstOrDefault(found => found is not null);
        if (context.Arguments.OfType<WriteTransaction>().SingleOrDefault() is not { } write)
        {
            return refusal ?? await next(context);
        }

        var http = context.HttpContext;
        var stamp = new WriteStamp(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "anonymous", RequestIdentity.Of(http));
        var body = context.Arguments.OfType<IRequestBody>().SingleOrDefault()?.Bytes ?? default;
        var (key, badKey) = Idempotency.Of(http, stamp.Caller, body);
        if ((badKey ?? (key is null ? refusal : null)) is { } refused)
        {
            return refused;
        }

        var answer = await RunAgain(context, next, write, stamp, key, refusal);
        if (answer is WrittenBytes { TellsOfThePast: true })
        {
            await http.RequestServices.GetRequiredService<Database>().Watch.CatchUpWithRemovals(http.RequestAborted);
        }

        return answer;
    }

    private static async ValueTask<object?> RunAgain(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        WriteTransaction write,
        WriteStamp stamp,
        IdempotencyKey? key,
        ProblemResult? refusal)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Run(context, next, write, stamp, key, refusal);
            }
            catch (PostgresException exception) when (exception.SqlState is "40001" or "40P01" or "23503" && attempt < Attempts)
            {
                // Another transaction won, or deleted what this one refers to; this one left nothing behind and is run again on what the other
                // made, of which all that is remembered must know. To wait for that takes no connection.
                await write.DisposeAsync();
                await context.HttpContext.RequestServices.GetRequiredService<Database>().Watch.CatchUp();
            }
            finally
            {
                // Before the answer goes out: a slow reader must not hold a connection.
                await write.DisposeAsync();
            }
        }
    }

    private static async ValueTask<object?> Run(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        WriteTransaction write,
        WriteStamp stamp,
        IdempotencyKey? key,
        ProblemResult? refusal)
    {
        var http = context.HttpContext;
        await write.Begin(stamp, isLong: http.GetEndpoint()?.Metadata.GetMetadata<LongWrite>() is not null, http.RequestAborted);
        // Before the refusal: what was answered once is answered again, though the clock or the resource has moved on.
        if (key is not null && Idempotency.Answer(key, await write.Claim(key, http.RequestAborted)) is { } known)
        {
            return known;
        }

        if (refusal is not null)
        {
            return refusal;
        }

        var result = await next(context);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is not IWrittenAnswer written)
        {
            return answer;
        }

        if (write.AuditCount == 0 && !written.ChangedNothing)
        {
            throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} writes without an audit row.");
        }

        var options = InputReader.OptionsOf(http.RequestServices);
        if (key is null)
        {
            // Rendered without a connection in hand, and with the time at which it was stored.
            await write.Commit(http.RequestAborted);
            return written.Render(options);
        }

        // The answer is stored with the change, so that it must be known before.
        await write.Flush(http.RequestAborted);
        var bytes = written.Render(options);
        write.Keep(key, new KeptAnswer(bytes.Status, bytes.ETag, bytes.Location, bytes.Kept));
        await write.Commit(http.RequestAborted);
        return bytes;
    }
}
