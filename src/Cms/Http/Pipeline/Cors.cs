namespace Cms.Http.Pipeline;

/// <summary>Any site may read what is public, without credentials; only configured origins may write.</summary>
internal sealed class Cors(RequestDelegate next, Settings settings)
{
    private const string Exposed = "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotency-Replayed, Deprecation, Sunset";

    private readonly HashSet<string> origins = new(Settings.Split(settings.CorsOrigins), StringComparer.OrdinalIgnoreCase);

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        var trusted = origins.Contains(origin);
        headers.AccessControlAllowOrigin = trusted ? origin : "*";
        headers.AccessControlExposeHeaders = Exposed;
        if (origins.Count > 0)
        {
            headers.AppendCommaSeparatedValues("Vary", "Origin");
        }

        if (!HttpMethods.IsOptions(request.Method) || request.Headers.AccessControlRequestMethod.Count == 0)
        {
            return next(context);
        }

        headers.AccessControlAllowMethods = trusted ? "GET, HEAD, POST, PUT, PATCH, DELETE" : "GET, HEAD";
        headers.AccessControlAllowHeaders = trusted
            ? "Authorization, X-Api-Key, Content-Type, If-Match, If-None-Match, Idempotency-Key, traceparent"
            : "If-None-Match, traceparent";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
