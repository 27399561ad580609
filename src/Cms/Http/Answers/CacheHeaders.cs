using Microsoft.Net.Http.Headers;

namespace Cms.Http.Answers;

/// <summary>Says who may keep an answer and for how long: anyone for a moment, or nobody when a key shaped it.</summary>
internal static class CacheHeaders
{
    public const string Public = "public, max-age=30, s-maxage=60, stale-while-revalidate=30, stale-if-error=300";
    public const string Private = "private, no-store";

    public static void Set(HttpContext context, AnswerOrigin origin)
    {
        var headers = context.Response.Headers;
        headers.Vary = headers.Vary.Count == 0 ? HeaderNames.AcceptEncoding : $"{headers.Vary}, {HeaderNames.AcceptEncoding}";
        if (context.User.Identity is { IsAuthenticated: true })
        {
            headers.CacheControl = Private;
            return;
        }

        headers.CacheControl = Public;
        headers["Surrogate-Key"] = origin.SurrogateKeys;
    }
}
