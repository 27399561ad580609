using Cms.Http.Problems;
using Microsoft.AspNetCore.Authorization;

namespace Cms.Access;

/// <summary>The policy of an endpoint, in words that its door can read aloud. An endpoint without one stops the start.</summary>
internal static class AccessPolicies
{
    /// <summary>Only for keys that hold the scope.</summary>
    public static TBuilder RequiresScope<TBuilder>(this TBuilder builder, string scope) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ScopeRequirement(scope, Views: null), ProblemKind.Forbidden);

    /// <summary>For everyone; `?view=…` with one of these only for keys that hold the scope.</summary>
    public static TBuilder IsPublicButForViews<TBuilder>(this TBuilder builder, string scope, params string[] views)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ScopeRequirement(scope, views), ProblemKind.Forbidden);

    /// <summary>For everyone.</summary>
    public static TBuilder IsPublic<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.AllowAnonymous();

    /// <summary>Stops the start at an endpoint that says nothing about who may call it.</summary>
    public static void Require(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(declared => declared is ScopeRequirement or IAllowAnonymous))
        {
            throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} declares no policy: say IsPublic or RequiresScope.");
        }
    }
}

/// <summary>The scope that a request needs: always, or only when it asks for one of these views.</summary>
internal sealed record ScopeRequirement(string Scope, string[]? Views)
{
    /// <summary>Judges a caller's scopes before anything else of the request is looked at.</summary>
    public static Task Judge(HttpContext context, RequestDelegate next)
    {
        foreach (var requirement in context.GetEndpoint()?.Metadata.GetOrderedMetadata<ScopeRequirement>() ?? [])
        {
            if (requirement.Concerns(context.Request) && !context.User.Holds(requirement.Scope))
            {
                return KeyAuthentication.Refuse(context);
            }
        }

        return next(context);
    }

    private bool Concerns(HttpRequest request) =>
        Views is null || (request.QueryString.HasValue && request.Query["view"].Any(view => Views.Contains(view)));
}
