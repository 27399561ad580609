using Cms.Http.Problems;

namespace Cms.Http.Pipeline;

/// <summary>Refuses compressed request bodies: their size could not be bounded before they are unpacked.</summary>
internal static class Bodies
{
    public static Task Invoke(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.ContentEncoding.Count > 0
            ? new ProblemResult(ProblemKind.UnsupportedMediaType, "Send the body without Content-Encoding.").ExecuteAsync(context)
            : next(context);
}
