using System.Globalization;
using System.Text;
using Cms.Content.Bodies;
using Cms.Content.Text;

namespace Cms.Content.Syndication;

/// <summary>A story as a whole page of HTML: escaped, without scripts or styles, and with what machines read of a page in its head.</summary>
public static class HtmlPage
{
    /// <summary>Writes the page as UTF-8.</summary>
    public static byte[] Write(Story story)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html").Attribute("lang", story.Language)
            .Attribute("dir", Languages.DirectionOf(story.Language)).Append(">\n");
        Head(html, story);
        html.Append("<body>\n<article>\n<header>\n");
        Line(html, "p", "kicker", story.Kicker);
        Line(html, "h1", null, story.Headline);
        Line(html, "p", "deck", story.Deck);
        Line(html, "p", "byline", story.Credit);
        html.Append("<p><time").Attribute("datetime", XmlOutput.Instant(story.PublishedAt)).Append('>');
        html.Append(Printed(story)).Append("</time></p>\n");
        Line(html, "p", "dateline", story.Dateline);
        html.Append("</header>\n");
        IReadOnlyList<Block> lead = story.LeadImage is { } image ? [image] : [];
        html.Append(HtmlRendition.Write([.. lead, .. story.Body], story.Language)).Append('\n');
        Foot(html, story);
        html.Append("</article>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Head(StringBuilder html, Story story)
    {
        html.Append("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .Text(OneLine(story.SeoTitle ?? story.Headline)).Append(" – ").Text(OneLine(story.Publisher.Name)).Append("</title>\n");
        html.Append("<link rel=\"canonical\"").Attribute("href", story.Address).Append(">\n");
        Meta(html, "name", "description", story.Summary);
        Meta(html, "name", "author", story.Credit);
        Meta(html, "property", "og:type", "article");
        Meta(html, "property", "og:title", story.SeoTitle ?? story.Headline);
        Meta(html, "property", "og:description", story.Summary);
        Meta(html, "property", "og:url", story.Address);
        Meta(html, "property", "og:site_name", story.Publisher.Name);
        Meta(html, "property", "og:image", WebAddress.Ascii(story.SeoImage) ?? story.AddressOf(story.LeadImage));
        Meta(html, "property", "article:published_time", XmlOutput.Instant(story.PublishedAt));
        Meta(html, "property", "article:modified_time", XmlOutput.Instant(story.UpdatedAt));
        html.Append("<script type=\"application/ld+json\">").Append(Encoding.UTF8.GetString(JsonLd.Write(story))).Append("</script>\n</head>\n");
    }

    private static void Foot(StringBuilder html, Story story)
    {
        html.Append("<footer>\n");
        Line(html, "p", "publication", story.Publisher.Name);
        if (story.Masthead.Count > 0)
        {
            html.Append("<dl>\n");
            foreach (var office in story.Masthead)
            {
                Line(html, "dt", null, office.Role);
                Line(html, "dd", null, office.Name);
            }

            html.Append("</dl>\n");
        }

        html.Append("</footer>\n");
    }

    private static void Line(StringBuilder html, string element, string? className, string? text)
    {
        if (CleanText.OrNull(text) is not { } line)
        {
            return;
        }

        html.Append('<').Append(element);
        if (className is not null)
        {
            html.Attribute("class", className);
        }

        html.Append('>').Text(line).Append("</").Append(element).Append(">\n");
    }

    private static void Meta(StringBuilder html, string kind, string name, string? content)
    {
        if (CleanText.OrNull(content) is { } text)
        {
            html.Append("<meta").Attribute(kind, name).Attribute("content", OneLine(text)).Append(">\n");
        }
    }

    private static string OneLine(string text) => CleanText.Of(text).Replace('\n', ' ');

    private static string Printed(Story story) =>
        TimeZoneInfo.ConvertTime(story.PublishedAt, story.Publisher.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
