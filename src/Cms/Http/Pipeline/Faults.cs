using Cms.Data;
using Cms.Http.Problems;
using Npgsql;

namespace Cms.Http.Pipeline;

/// <summary>Turns whatever escapes an endpoint, and every empty error answer, into a problem. Nothing of the exception leaves.</summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> logger)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var refusal = Refuse(exception);
            if (refusal.StatusCode == StatusCodes.Status500InternalServerError)
            {
                logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            }
            else if (exception is not BadHttpRequestException)
            {
                logger.LogWarning(
                    "{Method} {Path} answered {Status}: {Reason}",
                    context.Request.Method,
                    context.Request.Path,
                    refusal.StatusCode,
                    exception.Message);
            }

            await refusal.ExecuteAsync(context);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } response)
        {
            await new ProblemResult(ProblemKind.ForStatus(response.StatusCode), DetailFor(response.StatusCode)).ExecuteAsync(context);
        }
    }

    private static ProblemResult Refuse(Exception exception) => exception switch
    {
        // A chunk that says it is longer than a number can tell; the server lets the overflow through.
        IOException { InnerException: OverflowException } => new ProblemResult(ProblemKind.ForStatus(400), DetailFor(400)),
        BadHttpRequestException bad => new ProblemResult(ProblemKind.ForStatus(bad.StatusCode), DetailFor(bad.StatusCode)),
        DatabaseUnavailableException unavailable => new Unavailable(unavailable.Message),
        CommitUnknownException => new Unavailable(
            "The connection to the database broke while the write was being stored. Repeat it with the same Idempotency-Key or If-Match."),
        PostgresException postgres => SqlFaults.Refuse(postgres.SqlState),
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => new Unavailable("The database cannot be reached. Try again."),
        _ => new ProblemResult(ProblemKind.InternalError, "The problem has been logged under this trace id."),
    };

    private static string DetailFor(int status) => status switch
    {
        404 => "No resource has this address.",
        408 => "The body did not arrive in time.",
        413 => "The body exceeds the limit that /v1/meta names.",
        415 => "Send the media type that the OpenAPI document names, without Content-Encoding.",
        _ => "The request is not well formed.",
    };
}
