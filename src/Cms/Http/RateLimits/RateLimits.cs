using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Cms.Http.Problems;

namespace Cms.Http.RateLimits;

/// <summary>
/// Holds each caller to its quota, apart for reads, searches and writes: a verified key by its id, anyone else by the address of the socket.
/// Callers without a key are counted before anything asks the database; wrong keys are counted by address.
/// </summary>
internal sealed class RateLimits(Settings settings, TimeProvider clock)
{
    private readonly RateLimiter? limiter = settings.RateLimit.Requests == 0
        ? null
        : new RateLimiter(settings.RateLimit.Requests, TimeSpan.FromSeconds(settings.RateLimit.WindowSeconds), clock);

    /// <summary>Before authentication.</summary>
    public Task BeforeKeys(HttpContext context, RequestDelegate next)
    {
        if (limiter is null || IsProbe(context))
        {
            return next(context);
        }

        var address = AddressOf(context);
        return SendsKey(context)
            ? Pass(context, next, limiter.Look($"wrong key\n{address}"), ClassOf(context), isShown: false)
            : Pass(context, next, limiter.Count($"{ClassOf(context)}\n{address}"), ClassOf(context), isShown: true);
    }

    /// <summary>After authentication.</summary>
    public Task AfterKeys(HttpContext context, RequestDelegate next)
    {
        if (limiter is null || IsProbe(context) || !SendsKey(context))
        {
            return next(context);
        }

        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } key)
        {
            return Pass(context, next, limiter.Count($"{ClassOf(context)}\n{key}"), ClassOf(context), isShown: true);
        }

        limiter.Count($"wrong key\n{AddressOf(context)}");
        return next(context);
    }

    private Task Pass(HttpContext context, RequestDelegate next, Allowance allowance, string policy, bool isShown)
    {
        if (isShown || !allowance.IsGranted)
        {
            var headers = context.Response.Headers;
            var culture = CultureInfo.InvariantCulture;
            headers["RateLimit-Policy"] = string.Create(culture, $"\"{policy}\";q={limiter!.Quota};w={limiter.Seconds}");
            headers["RateLimit"] = string.Create(culture, $"\"{policy}\";r={allowance.Left};t={allowance.Seconds}");
        }

        return allowance.IsGranted
            ? next(context)
            : new ProblemResult(ProblemKind.TooManyRequests, "Wait as long as Retry-After says.") { RetryAfter = allowance.Seconds }
                .ExecuteAsync(context);
    }

    private static string ClassOf(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method)
            || HttpMethods.IsOptions(context.Request.Method)) ? "write"
        : context.Request.Path.StartsWithSegments("/v1/search") || context.Request.Path.StartsWithSegments("/v1/suggestions") ? "search"
        : context.Request.Path.StartsWithSegments("/v1/feeds") && context.Request.Query.ContainsKey("q") ? "search"
        : "default";

    private static bool SendsKey(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey("X-Api-Key");

    // Whoever watches the installation must not be locked out by its load.
    private static bool IsProbe(HttpContext context) => context.Request.Path.StartsWithSegments("/health");

    /// <summary>The address; of IPv6 the network, because a single client has a whole one.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
