namespace Cms.Http.Answers;

/// <summary>Writes `Link` (RFC 8288): the next page, the resource's own address, and the same in other formats.</summary>
internal static class LinkHeader
{
    public static void Set(HttpContext context, string? nextPage, string? canonical = null)
    {
        IEnumerable<string> links =
        [
            .. nextPage is null ? Array.Empty<string>() : [$"<{context.Request.Path.ToUriComponent()}{nextPage}>; rel=\"next\""],
            .. canonical is null ? Array.Empty<string>() : [$"<{canonical}>; rel=\"canonical\""],
            .. context.GetEndpoint()?.Metadata.GetMetadata<AlternateLinks>()?.Of(context) ?? [],
        ];
        var value = string.Join(", ", links);
        if (value.Length > 0)
        {
            context.Response.Headers.Link = value;
        }
    }
}

/// <summary>On a route: its answers carry `Link`, for the OpenAPI document.</summary>
internal record SendsLinks;

/// <summary>On a route: where the same is to be had in other formats.</summary>
/// <param name="Of">The links of one request's answer.</param>
internal sealed record AlternateLinks(Func<HttpContext, IEnumerable<string>> Of) : SendsLinks;
