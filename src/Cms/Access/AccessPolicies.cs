using Cms.Http.Problems;
using Microsoft.AspNetCore.Authorization;

namespace Cms.Access;

/// <summary>The policy of an endpoint, in words that its door can read aloud. An endpoint without one stops the start.</summary>
internal static class AccessPolicies
{
    /// <summary>Only for keys that hold the scope.</summary>
    public static TBuilder RequiresScope<TBuilder>(this TBuilder builder, string scope) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy.AddRequirements(new ScopeRequirement(scope, Views: null)))
            .WithMetadata(new ScopeRequirement(scope, Views: null), ProblemKind.Forbidden);

    /// <summary>For everyone; `?view=…` with one of these only for keys that hold the scope.</summary>
    public static TBuilder IsPublicButForViews<TBuilder>(this TBuilder builder, string scope, params string[] views)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy.AddRequirements(new ScopeRequirement(scope, views)))
            .WithMetadata(new ScopeRequirement(scope, views), ProblemKind.Forbidden);

    /// <summary>For everyone.</summary>
    public static TBuilder IsPublic<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.AllowAnonymous();

    /// <summary>Stops the start when an endpoint says nothing about who may call it.</summary>
    public static void RequireOnEveryEndpoint(IEndpointRouteBuilder routes)
    {
        var open = routes.DataSources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName);
        if (open.FirstOrDefault() is { } name)
        {
            throw new InvalidOperationException($"The endpoint {name} declares no policy: say IsPublic or RequiresScope.");
        }
    }
}

/// <summary>The scope that a request needs: always, or only when it asks for one of these views.</summary>
internal sealed record ScopeRequirement(string Scope, string[]? Views) : IAuthorizationRequirement;

/// <summary>Judges a caller's scopes before anything else of the request is looked at.</summary>
internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var asksForView = requirement.Views is null
            || (context.Resource is HttpContext http && http.Request.Query["view"].Intersect(requirement.Views).Any());
        if (!asksForView || context.User.Holds(requirement.Scope))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
