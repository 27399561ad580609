using System.Globalization;
using System.Text;
using System.Xml;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A feed as RSS 2.0, with the whole stories as `content:encoded`.</summary>
public static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Writes the feed as UTF-8.</summary>
    public static byte[] Write(StoryFeed feed) => XmlOutput.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Home);
        xml.Text("description", feed.Title);
        xml.Text("language", feed.Language);
        xml.Text("lastBuildDate", Date(feed.UpdatedAt));
        xml.WriteStartElement("atom", "link", Atom);
        xml.Attribute("href", feed.Self);
        xml.Attribute("rel", "self");
        xml.Attribute("type", "application/rss+xml");
        xml.WriteEndElement();
        foreach (var story in feed.Stories)
        {
            Item(xml, story);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, Story story)
    {
        xml.WriteStartElement("item");
        xml.Text("title", story.Headline);
        xml.Text("link", story.Address);
        // The id, not the address, which changes with the slug: a reader would show the story again.
        xml.WriteStartElement("guid");
        xml.Attribute("isPermaLink", "false");
        xml.WriteString(story.Urn);
        xml.WriteEndElement();
        xml.Text("pubDate", Date(story.PublishedAt));
        foreach (var creator in story.Creators)
        {
            xml.Text("creator", creator, DublinCore, "dc");
        }

        xml.Text("language", story.Language, DublinCore, "dc");
        foreach (var category in story.Categories)
        {
            xml.Text("category", category);
        }

        // What stands in a description is read as HTML; other letters stay as they are, for readers that show it as text.
        xml.Text("description", new StringBuilder().Text(story.Summary).ToString());
        xml.Text("encoded", HtmlRendition.Write(story.Body, story.Language), Content, "content");
        Picture(xml, story);
        xml.WriteEndElement();
    }

    private static void Picture(XmlWriter xml, Story story)
    {
        if (story.AddressOf(story.LeadImage) is not { } address)
        {
            return;
        }

        xml.WriteStartElement("media", "content", Media);
        xml.Attribute("url", address);
        xml.Attribute("medium", "image");
        xml.Attribute("width", story.LeadImage!.Width?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", story.LeadImage.Height?.ToString(CultureInfo.InvariantCulture));
        xml.Text("description", story.LeadImage.Caption ?? story.LeadImage.Alt, Media, "media");
        xml.Text("credit", story.LeadImage.Credit, Media, "media");
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
}
