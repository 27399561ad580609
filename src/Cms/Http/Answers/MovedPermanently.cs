using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Answers;

/// <summary>308: the resource has another address now.</summary>
/// <param name="location">The new path, percent-encoded.</param>
internal sealed class MovedPermanently(string location) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = location + httpContext.Request.QueryString.ToUriComponent();
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status308PermanentRedirect, typeof(void)));
}
