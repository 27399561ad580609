using Cms.Content.Syndication;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>Reads a publication's sitemap for Google News.</summary>
internal static class GetNewsSitemap
{
    /// <summary>Read the sitemap of news</summary>
    /// <remarks>
    /// For everyone. The stories dated within the last 48 hours, newest first, at most `newsSitemapAddresses` of `/v1/meta`, as Google News reads
    /// them: publication, language, date and headline. Stories whose canonical address is on another host are left out.
    /// </remarks>
    public static async Task<Results<Rendition<SitemapDocument>, Missing>> Handle(
        [AsParameters] SitemapQuery query, SitemapStore sitemaps, PublicAddress publicAddress, CancellationToken cancellationToken)
    {
        if (await sitemaps.FindSite(query.Publication, cancellationToken) is not { } site)
        {
            return new Missing("No publication has this id or slug.");
        }

        var root = publicAddress.Root;
        var entries = (await sitemaps.ReadNews(site, cancellationToken))
            .Where(row => !site.IsElsewhere(row.Slug, row.CanonicalUrl, root))
            .Select(row => new NewsEntry(site.AddressOf(row.Slug, row.CanonicalUrl, root), row.Headline, row.Language, row.PublishedAt));
        return new Rendition<SitemapDocument>(NewsSitemap.Write(site.Name, entries)) { SurrogateKeys = [site.Id], Period = TimeSpan.FromMinutes(1) };
    }
}
