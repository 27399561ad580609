namespace Cms.Http.Pipeline;

/// <summary>Any site may read what is public, without credentials; only configured origins may write.</summary>
internal sealed class Cors(RequestDelegate next, Settings settings)
{
    private const string Exposed =
        "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotency-Replayed, Deprecation, Sunset";

    private readonly HashSet<string> origins = new(Settings.Split(settings.CorsOrigins), StringComparer.OrdinalIgnoreCase);

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        var origin = request.Headers.Origin.ToString();
        var isPreflight = HttpMethods.IsOptions(request.Method) && origin.Length > 0 && request.Headers.AccessControlRequestMethod.Count > 0;
        var isTrusted = origins.Contains(origin);
        headers.AccessControlExposeHeaders = Exposed;
        if (isTrusted && (isPreflight || !IsRead(request.Method)))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.Vary = "Origin";
        }
        else if (isPreflight || IsRead(request.Method))
        {
            // With and without Origin alike, so that a copy in a shared cache serves every page.
            headers.AccessControlAllowOrigin = "*";
        }

        if (!isPreflight)
        {
            return next(context);
        }

        headers.AccessControlAllowMethods = isTrusted ? "GET, HEAD, POST, PUT, PATCH, DELETE" : "GET, HEAD";
        headers.AccessControlAllowHeaders = isTrusted
            ? "Authorization, X-Api-Key, Content-Type, If-Match, If-None-Match, Idempotency-Key, traceparent"
            : "If-None-Match, traceparent";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
