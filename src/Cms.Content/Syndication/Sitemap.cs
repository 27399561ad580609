namespace Cms.Content.Syndication;

/// <summary>Addresses for search engines, as sitemaps.org defines their lists.</summary>
public static class Sitemap
{
    /// <summary>Addresses longer than this do not belong in a sitemap.</summary>
    public const int MaxAddress = 2_047;

    internal const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Writes a sitemap of pages as UTF-8.</summary>
    public static byte[] Write(IEnumerable<SitemapEntry> pages) => Write("urlset", "url", pages);

    /// <summary>Writes an index of sitemaps as UTF-8.</summary>
    public static byte[] WriteIndex(IEnumerable<SitemapEntry> sitemaps) => Write("sitemapindex", "sitemap", sitemaps);

    private static byte[] Write(string list, string item, IEnumerable<SitemapEntry> entries) => XmlOutput.Write(xml =>
    {
        xml.WriteStartElement(list, Space);
        foreach (var entry in entries.Where(entry => entry.Address.Length <= MaxAddress))
        {
            xml.WriteStartElement(item, Space);
            xml.Text("loc", entry.Address, Space);
            xml.Text("lastmod", XmlOutput.Instant(entry.UpdatedAt), Space);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });
}

/// <summary>One address and when what is there last changed.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="UpdatedAt">The last change.</param>
public sealed record SitemapEntry(string Address, DateTimeOffset UpdatedAt);
