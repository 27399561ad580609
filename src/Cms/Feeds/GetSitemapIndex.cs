using Cms.Content.Syndication;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>How a sitemap is asked for.</summary>
internal sealed record SitemapQuery
{
    /// <summary>The publication whose stories are listed, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>The query string that asks for the same publication.</summary>
    internal string Text => Publication is null ? "" : $"?publication={Uri.EscapeDataString(Publication)}";
}

/// <summary>Reads the index of a publication's sitemaps.</summary>
internal static class GetSitemapIndex
{
    /// <summary>Read the index of sitemaps</summary>
    /// <remarks>
    /// For everyone. Names one sitemap for each month that has stories, by their own date in UTC, and further parts where a month has more than
    /// `sitemapAddresses` of `/v1/meta`; `lastmod` tells which ones changed. Addresses begin with the setting `Cms:PublicUrl`, never with `Host`.
    /// </remarks>
    public static async Task<Results<Rendition<SitemapDocument>, Missing>> Handle(
        [AsParameters] SitemapQuery query, SitemapStore sitemaps, PublicAddress publicAddress, CancellationToken cancellationToken)
    {
        if (await sitemaps.FindSite(query.Publication, cancellationToken) is not { } site)
        {
            return new Missing("No publication has this id or slug.");
        }

        var entries = from month in await sitemaps.ReadMonths(site, cancellationToken)
                      from number in Enumerable.Range(1, (int)((month.Stories - 1) / Limits.SitemapAddresses) + 1)
                      let part = new SitemapPart(month.Month, number)
                      select new SitemapEntry($"{publicAddress.Root}/v1/sitemaps/{part.Name}.xml{query.Text}", month.UpdatedAt);
        return new Rendition<SitemapDocument>(Sitemap.WriteIndex(entries)) { SurrogateKeys = [site.Id] };
    }
}
