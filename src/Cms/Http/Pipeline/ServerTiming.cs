using System.Diagnostics;
using System.Globalization;

namespace Cms.Http.Pipeline;

/// <summary>Tells in `Server-Timing` how long a read took, outside the body, so that bytes and ETags hold still.</summary>
internal static class ServerTiming
{
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.OnStarting(WriteHeader, (context, Stopwatch.GetTimestamp()));
        }

        return next(context);
    }

    private static Task WriteHeader(object state)
    {
        var (context, started) = ((HttpContext, long))state;
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={milliseconds:0.0}");
        return Task.CompletedTask;
    }
}
