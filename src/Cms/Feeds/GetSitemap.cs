using Cms.Content.Syndication;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads one sitemap of a publication.</summary>
internal static class GetSitemap
{
    /// <summary>Read a sitemap</summary>
    /// <remarks>
    /// For everyone. The addresses of a month's stories: `canonicalUrl`, else the article's path on the publication's site, else its page here.
    /// Stories whose canonical address is on another host are left out. The sitemap of a month without stories is 404.
    /// </remarks>
    /// <param name="part">A month as the index names it, such as `2020-09`, or a further part of it, such as `2020-09-2`.</param>
    public static async Task<Results<Rendition<SitemapDocument>, Missing>> Handle(
        string part, [AsParameters] SitemapQuery query, SitemapStore sitemaps, PublicAddress publicAddress, CancellationToken cancellationToken)
    {
        var rows = SitemapPart.Parse(part) is { } named && await sitemaps.FindSite(query.Publication, cancellationToken) is { } site
            ? (site, await sitemaps.ReadMonth(site, named, cancellationToken))
            : default;
        if (rows is not ({ } home, { Count: > 0 } stories))
        {
            return new Missing("The index of sitemaps names none like this.");
        }

        var root = publicAddress.Root;
        var entries = stories.Where(row => !home.IsElsewhere(row.Slug, row.CanonicalUrl, root))
            .Select(row => new SitemapEntry(home.AddressOf(row.Slug, row.CanonicalUrl, root), row.UpdatedAt));
        return new Rendition<SitemapDocument>(Sitemap.Write(entries)) { SurrogateKeys = [home.Id] };
    }
}
