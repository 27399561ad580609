using System.Security.Claims;
using System.Text.Encodings.Web;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cms.Access;

/// <summary>Knows a caller by `Authorization: Bearer` or `X-Api-Key`.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string ScopeClaim = "scope";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (Request.Path.StartsWithSegments("/health"))
        {
            // Probes are answered whatever they send, and without asking the database.
            return AuthenticateResult.NoResult();
        }

        if (authorization.Length > 0 && Request.Headers.ContainsKey("X-Api-Key"))
        {
            return AuthenticateResult.Fail("Two credentials");
        }

        var secret = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : Request.Headers["X-Api-Key"].ToString();
        if (secret.Length == 0)
        {
            return authorization.Length == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("Another scheme");
        }

        if (await keys.Find(new KeySecret(secret).Hash, Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("Unknown key");
        }

        var claims = key.Scopes.Select(scope => new Claim(ScopeClaim, scope)).Append(new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"cms\"";
        return new ProblemResult(ProblemKind.Unauthenticated, "Send a living key as Authorization: Bearer, or as X-Api-Key.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemResult(ProblemKind.Forbidden, "The key does not hold the scope that this needs.").ExecuteAsync(Context);

    /// <summary>After authentication: a key that is wrong is refused even where none is needed, so that nobody mistakes it for working.</summary>
    public static async Task RefuseWrongKeys(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        var sentKey = headers.Authorization.Count > 0 || headers.ContainsKey("X-Api-Key");
        if (sentKey && !context.Request.Path.StartsWithSegments("/health") && context.User.Identity is not { IsAuthenticated: true })
        {
            await context.ChallengeAsync(SchemeName);
            return;
        }

        await next(context);
    }
}
