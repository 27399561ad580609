using System.Reflection;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;

namespace Cms.Http.Writing;

/// <summary>What a room's door says of the routes that write.</summary>
internal static class WriteRoutes
{
    /// <summary>
    /// On a group: handlers may take <see cref="Body{T}"/>, <see cref="Patch{T}"/>, <see cref="IfMatch"/>, <see cref="PutCondition"/> and
    /// <see cref="WriteTransaction"/>. They run when nothing is wrong with these, inside the transaction, which is committed when they answer
    /// <see cref="Written{T}"/> or <see cref="Added{T}"/> and taken back otherwise. Routes that take none of these are left as they are.
    /// </summary>
    public static TBuilder TakesWrites<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            var parameters = ParametersOf(endpoint.Metadata);
            if (!parameters.Any(IsGuarded))
            {
                return;
            }

            endpoint.Metadata.Add(new GuardedWrite());
            var isPost = endpoint.Metadata.OfType<HttpMethodMetadata>().Any(methods => methods.HttpMethods.Contains("POST"));
            if (isPost && parameters.Contains(typeof(WriteTransaction)))
            {
                endpoint.Metadata.Add(new TakesIdempotencyKey());
                endpoint.Metadata.Add(ProblemKind.IdempotencyKeyInFlight);
                endpoint.Metadata.Add(ProblemKind.IdempotencyKeyReused);
            }

            endpoint.FilterFactories.Add((_, next) => context => WriteGuard.Invoke(context, next));
        });
        return builder;
    }

    /// <summary>On a POST: it is refused without `Idempotency-Key`.</summary>
    public static TBuilder RequiresIdempotencyKey<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new IdempotencyRequired());

    /// <summary>On a route whose statements may take long: it runs apart from the newsroom's other work, without a time limit.</summary>
    public static TBuilder RunsLong<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new LongWrite());

    /// <summary>On a route whose body may be larger, or must be smaller, than <see cref="Limits.BodyBytes"/>.</summary>
    public static TBuilder TakesBodyUpTo<TBuilder>(this TBuilder builder, int bytes) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new BodyLimit(bytes));

    /// <summary>Stops the start at a handler that takes what only a guarded group can give it.</summary>
    public static void RequireGuard(EndpointBuilder endpoint)
    {
        if (ParametersOf(endpoint.Metadata).Any(IsGuarded) && !endpoint.Metadata.OfType<GuardedWrite>().Any())
        {
            throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} takes a write: say TakesWrites on its group.");
        }
    }

    private static IReadOnlyList<Type> ParametersOf(IEnumerable<object> metadata) =>
        metadata.OfType<MethodInfo>().LastOrDefault()?.GetParameters().Select(parameter => parameter.ParameterType).ToList() ?? [];

    private static bool IsGuarded(Type parameter) => parameter == typeof(WriteTransaction) || parameter.IsAssignableTo(typeof(IRefusable));
}

/// <summary>Marks an endpoint that <see cref="WriteGuard"/> stands before.</summary>
internal sealed record GuardedWrite;

/// <summary>On a route: its statements may take long.</summary>
internal sealed record LongWrite;

/// <summary>Marks an endpoint that knows `Idempotency-Key`, for the OpenAPI document.</summary>
internal sealed record TakesIdempotencyKey;
