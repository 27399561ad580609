namespace Cms.Http.Answers;

/// <summary>Makes `Link` (RFC 8288): the next page, the resource's own address, and the same in other formats.</summary>
internal static class LinkHeader
{
    /// <summary>The value of the header; null where there is nothing to link to.</summary>
    public static string? Of(HttpContext context, string? nextPage, string? canonical = null)
    {
        var next = nextPage is null ? null : $"<{context.Request.Path.ToUriComponent()}{nextPage}>; rel=\"next\"";
        var own = canonical is null ? null : $"<{canonical}>; rel=\"canonical\"";
        return Joined(Joined(next, own), context.GetEndpoint()?.Metadata.GetMetadata<AlternateLinks>()?.Of(context));
    }

    private static string? Joined(string? links, string? more) => links is null ? more : more is null ? links : $"{links}, {more}";
}

/// <summary>On a route: its answers carry `Link`, for the OpenAPI document.</summary>
internal record SendsLinks;

/// <summary>On a route: where the same is to be had in other formats.</summary>
/// <param name="Of">The links of one request's answer, as the header has them; null when there are none.</param>
internal sealed record AlternateLinks(Func<HttpContext, string?> Of) : SendsLinks;
