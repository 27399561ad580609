using System.Xml;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A feed as Atom (RFC 4287), with the whole stories as HTML.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed as UTF-8.</summary>
    public static byte[] Write(StoryFeed feed) => XmlOutput.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.Text("id", feed.Self, Atom);
        xml.Text("title", feed.Title, Atom);
        xml.Text("updated", XmlOutput.Instant(feed.UpdatedAt), Atom);
        Link(xml, "self", "application/atom+xml", feed.Self);
        Link(xml, "alternate", null, feed.Home);
        foreach (var story in feed.Stories)
        {
            Entry(xml, story);
        }

        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, Story story)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, story.Language);
        xml.Text("id", story.Urn, Atom);
        xml.Text("title", story.Headline, Atom);
        Link(xml, "alternate", "text/html", story.Address);
        xml.Text("published", XmlOutput.Instant(story.PublishedAt), Atom);
        xml.Text("updated", XmlOutput.Instant(story.UpdatedAt), Atom);
        // An entry must have an author: the publication stands in for a story without a credit.
        foreach (var author in story.Creators.DefaultIfEmpty(story.Publisher.Name))
        {
            xml.WriteStartElement("author", Atom);
            xml.Text("name", author, Atom);
            xml.WriteEndElement();
        }

        foreach (var category in story.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.Attribute("term", category);
            xml.WriteEndElement();
        }

        xml.Text("summary", story.Summary, Atom);
        xml.WriteStartElement("content", Atom);
        xml.Attribute("type", "html");
        xml.WriteAttributeString("xml", "base", null, story.Address);
        xml.Content(HtmlRendition.Write(story.Body, story.Language));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string? type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.Attribute("rel", relation);
        xml.Attribute("type", type);
        xml.Attribute("href", address);
        xml.WriteEndElement();
    }
}
