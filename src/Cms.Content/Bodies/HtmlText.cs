using System.Buffers;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Text and attributes in HTML, escaped.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\n");

    /// <summary>Appends running text; a line feed becomes a break.</summary>
    public static StringBuilder Text(this StringBuilder html, string text) => html.Escaped(text, "<br>");

    /// <summary>Appends preformatted text; a line feed becomes a reference, so that a block stays on one line.</summary>
    public static StringBuilder Preformatted(this StringBuilder html, string text) => html.Escaped(CleanText.Of(text), "&#10;");

    /// <summary>Appends an attribute.</summary>
    public static StringBuilder Attribute(this StringBuilder html, string name, string value) =>
        html.Append(' ').Append(name).Append("=\"").Escaped(CleanText.Of(value), "&#10;").Append('"');

    private static StringBuilder Escaped(this StringBuilder html, ReadOnlySpan<char> text, string lineFeed)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            html.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => lineFeed,
            });
            text = text[(at + 1)..];
        }

        return html.Append(text);
    }
}
