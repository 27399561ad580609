using System.Globalization;
using System.Text;
using System.Xml;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>How all XML goes out: UTF-8 without a mark, and without the characters that XML 1.0 forbids.</summary>
internal static class XmlOutput
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
    };

    public static byte[] Write(Action<XmlWriter> document)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            document(xml);
        }

        return bytes.ToArray();
    }

    /// <summary>Writes an element with text; none where there is no text.</summary>
    public static void Text(this XmlWriter xml, string name, string? text, string? space = null, string? prefix = null)
    {
        if (text is not null)
        {
            xml.WriteElementString(prefix, name, space, CleanText.Of(text));
        }
    }

    /// <summary>Writes the text of the open element.</summary>
    public static void Content(this XmlWriter xml, string text) => xml.WriteString(CleanText.Of(text));

    /// <summary>Writes an attribute; none where there is no text.</summary>
    public static void Attribute(this XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteAttributeString(name, CleanText.Of(text));
        }
    }

    /// <summary>An instant to the second, as Atom and sitemaps write it.</summary>
    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
