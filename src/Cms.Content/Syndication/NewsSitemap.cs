namespace Cms.Content.Syndication;

/// <summary>The stories of the last days as Google News reads them.</summary>
public static class NewsSitemap
{
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Writes the sitemap as UTF-8.</summary>
    public static byte[] Write(string publication, IEnumerable<NewsEntry> stories) => XmlOutput.Write(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap.Space);
        xml.WriteAttributeString("xmlns", "news", null, News);
        foreach (var story in stories.Where(story => story.Address.Length <= Sitemap.MaxAddress))
        {
            xml.WriteStartElement("url", Sitemap.Space);
            xml.Text("loc", story.Address, Sitemap.Space);
            xml.WriteStartElement("news", "news", News);
            xml.WriteStartElement("news", "publication", News);
            xml.Text("name", publication, News, "news");
            xml.Text("language", LanguageOf(story.Language), News, "news");
            xml.WriteEndElement();
            xml.Text("publication_date", XmlOutput.Instant(story.PublishedAt), News, "news");
            xml.Text("title", story.Headline, News, "news");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    // Two or three letters; Chinese alone is told apart by its script.
    private static string LanguageOf(string tag) => tag.ToLowerInvariant().Split('-') switch
    {
        ["zh", "hant" or "tw" or "hk" or "mo", ..] => "zh-tw",
        ["zh", ..] => "zh-cn",
        var parts => parts[0],
    };
}

/// <summary>A story of the last days.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="PublishedAt">The story's date.</param>
public sealed record NewsEntry(string Address, string Headline, string Language, DateTimeOffset PublishedAt);
