using Cms.Access;
using Cms.Data;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Cms.Tests.Http;

/// <summary>What stops the start, since the first request would be too late.</summary>
public sealed class RouteTests
{
    [Fact]
    public void A_route_that_says_nothing_of_who_may_call_it_stops_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => AccessPolicies.Require(Route()));
        AccessPolicies.Require(Route(new AllowAnonymousAttribute()));
        AccessPolicies.Require(Route(new ScopeRequirement(Scopes.ArticlesWrite, Views: null)));
    }

    [Fact]
    public void A_handler_that_writes_without_the_guard_stops_the_start()
    {
        var writes = ((Delegate)Write).Method;

        Assert.Throws<InvalidOperationException>(() => WriteRoutes.RequireGuard(Route(writes)));
        WriteRoutes.RequireGuard(Route(writes, new GuardedWrite()));
        WriteRoutes.RequireGuard(Route(((Delegate)Read).Method));
    }

    private static void Write(WriteTransaction write) => _ = write;

    private static void Read(string slug) => _ = slug;

    private static RouteEndpointBuilder Route(params object[] metadata)
    {
        var route = new RouteEndpointBuilder(requestDelegate: null, RoutePatternFactory.Parse("/v1/things"), order: 0);
        foreach (var one in metadata)
        {
            route.Metadata.Add(one);
        }

        return route;
    }
}
