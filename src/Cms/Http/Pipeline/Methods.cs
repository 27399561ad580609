using Cms.Http.Problems;

namespace Cms.Http.Pipeline;

/// <summary>HEAD is GET without a body, OPTIONS tells what is allowed, and 405 says so too: on every route, in one place.</summary>
internal static class Methods
{
    /// <summary>Before routing: HEAD finds the endpoint of GET.</summary>
    public static Task BeforeRouting(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Features.Set(WithoutBody.Instance);
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>After routing: the server sees HEAD again and drops the body; a method that no endpoint takes is answered here.</summary>
    public static Task AfterRouting(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<WithoutBody>() is not null)
        {
            context.Request.Method = HttpMethods.Head;
        }

        return context.GetEndpoint() is { DisplayName: "405 HTTP Method Not Supported" } mismatch ? Refuse(context, mismatch) : next(context);
    }

    private static async Task Refuse(HttpContext context, Endpoint mismatch)
    {
        // The framework's own endpoint knows which methods the address takes and says so in Allow.
        await mismatch.RequestDelegate!(context);
        context.Response.Headers.Allow = Allowed(context.Response.Headers.Allow.ToString());
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await new ProblemResult(ProblemKind.MethodNotAllowed, $"This address takes {context.Response.Headers.Allow}.").ExecuteAsync(context);
    }

    private static string Allowed(string methods)
    {
        var all = methods.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(HttpMethods.Options);
        return string.Join(", ", (all.Contains(HttpMethods.Get) ? all.Append(HttpMethods.Head) : all).Order(StringComparer.Ordinal));
    }

    /// <summary>Marks a request that was sent as HEAD.</summary>
    private sealed class WithoutBody
    {
        public static readonly WithoutBody Instance = new();
    }
}
