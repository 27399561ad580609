using System.Globalization;
using System.Security.Claims;
using Cms.Http.Problems;

namespace Cms.Access;

/// <summary>Knows a caller by `Authorization: Bearer` or `X-Api-Key`. Whoever sends neither passes at no cost.</summary>
internal sealed class KeyAuthentication(KeyRing keys)
{
    public const string ScopeClaim = "scope";
    private const string Bearer = "Bearer ";
    private const string Header = "X-Api-Key";

    /// <summary>Tells who asks; the sender of a wrong key stays unknown.</summary>
    public Task Identify(HttpContext context, RequestDelegate next) => SendsKey(context.Request) ? IdentifyByKey(context, next) : next(context);

    /// <summary>After that: a key that is wrong is refused even where none is needed, so that nobody mistakes it for working.</summary>
    public static Task RefuseWrongKeys(HttpContext context, RequestDelegate next) =>
        SendsKey(context.Request) && context.User.Identity is not { IsAuthenticated: true } ? Refuse(context) : next(context);

    /// <summary>401 to whoever is unknown, 403 to whoever is known and may not.</summary>
    public static Task Refuse(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            return new ProblemResult(ProblemKind.Forbidden, "The key does not hold the scope that this needs.").ExecuteAsync(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"cms\"";
        return new ProblemResult(ProblemKind.Unauthenticated, "Send a living key as Authorization: Bearer, or as X-Api-Key.").ExecuteAsync(context);
    }

    private async Task IdentifyByKey(HttpContext context, RequestDelegate next)
    {
        if (SecretIn(context.Request.Headers) is { } secret && await keys.Find(new KeySecret(secret).Hash, context.RequestAborted) is { } key)
        {
            var claims = key.Scopes.Select(scope => new Claim(ScopeClaim, scope)).Append(new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()));
            claims = key.ExpiresAt is { } end
                ? claims.Append(new Claim(ClaimTypes.Expiration, end.ToString("O", CultureInfo.InvariantCulture)))
                : claims;
            context.User = new ClaimsPrincipal(new ClaimsIdentity(claims, "ApiKey"));
        }

        await next(context);
    }

    // Probes are answered whatever they send, and without asking the database.
    private static bool SendsKey(HttpRequest request) =>
        (request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(Header)) && !request.Path.StartsWithSegments("/health");

    /// <summary>The secret that is sent; null when it is none, or when two are.</summary>
    private static string? SecretIn(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        if (authorization.Length == 0)
        {
            return headers[Header].ToString() is { Length: > 0 } alone ? alone : null;
        }

        return !headers.ContainsKey(Header)
            && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && authorization[Bearer.Length..].Trim() is { Length: > 0 } secret
            ? secret
            : null;
    }
}
