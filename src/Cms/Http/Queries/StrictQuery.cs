using System.Reflection;
using Cms.Http.Problems;

namespace Cms.Http.Queries;

/// <summary>Holds every request to its endpoint's query parameters before anything is bound.</summary>
internal static class StrictQuery
{
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } handler
            && QueryContract.Of(handler).Check(context.Request.Query) is { Count: > 0 } errors)
        {
            return new InvalidParameters(errors).ExecuteAsync(context);
        }

        return next(context);
    }
}
