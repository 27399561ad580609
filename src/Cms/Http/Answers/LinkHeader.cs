namespace Cms.Http.Answers;

/// <summary>Makes `Link` (RFC 8288): the next page, the resource's own address, and the same in other formats.</summary>
internal static class LinkHeader
{
    /// <summary>The value of the header; null where there is nothing to link to.</summary>
    public static string? Of(HttpContext context, string? nextPage, string? canonical = null)
    {
        IEnumerable<string> links =
        [
            .. nextPage is null ? Array.Empty<string>() : [$"<{context.Request.Path.ToUriComponent()}{nextPage}>; rel=\"next\""],
            .. canonical is null ? Array.Empty<string>() : [$"<{canonical}>; rel=\"canonical\""],
            .. context.GetEndpoint()?.Metadata.GetMetadata<AlternateLinks>()?.Of(context) ?? [],
        ];
        return string.Join(", ", links) is { Length: > 0 } value ? value : null;
    }
}

/// <summary>On a route: its answers carry `Link`, for the OpenAPI document.</summary>
internal record SendsLinks;

/// <summary>On a route: where the same is to be had in other formats.</summary>
/// <param name="Of">The links of one request's answer.</param>
internal sealed record AlternateLinks(Func<HttpContext, IEnumerable<string>> Of) : SendsLinks;
