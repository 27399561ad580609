using System.Diagnostics;

namespace Cms.Http.Pipeline;

/// <summary>Gives every answer an `X-Request-Id`: the trace id, the caller's own when it sends `traceparent`.</summary>
internal static class RequestIdentity
{
    /// <summary>The id of the request.</summary>
    public static string Of(HttpContext context) => context.TraceIdentifier;

    /// <summary>Sets the headers that every answer carries.</summary>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        context.TraceIdentifier = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        headers["X-Request-Id"] = context.TraceIdentifier;
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
