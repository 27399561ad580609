using System.Diagnostics;

namespace Cms.Http.Pipeline;

/// <summary>Gives every answer an `X-Request-Id`: the trace id, the caller's own when it sends `traceparent`.</summary>
internal static class RequestIdentity
{
    private const string Key = "cms.request-id";

    /// <summary>The id of the request, made at the first asking.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is string known)
        {
            return known;
        }

        var id = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        context.Items[Key] = id;
        return id;
    }

    /// <summary>Sets the headers that every answer carries.</summary>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["X-Request-Id"] = Of(context);
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
