using System.Reflection;

namespace Cms.Http;

/// <summary>
/// The routes of a door, by method. What gives a handler its parameters is compiled when the route is first asked for: a start that
/// compiled a hundred of them would take longer for it than for all else, and most of it for routes that nobody asks for.
/// </summary>
internal static class Routes
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder Patch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Patch, pattern, handler);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Delete, pattern, handler);

    private static RouteHandlerBuilder Map(this IEndpointRouteBuilder routes, string method, string pattern, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], Describe, Bind);

    /// <summary>What the document and the checks of the start must know; a handler that cannot be bound is found out here.</summary>
    private static RequestDelegateMetadataResult Describe(MethodInfo handler, RequestDelegateFactoryOptions? options) =>
        RequestDelegateFactory.InferMetadata(handler, options);

    private static RequestDelegateResult Bind(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(context => bound.Value(context), metadata?.EndpointMetadata ?? []);
    }
}
