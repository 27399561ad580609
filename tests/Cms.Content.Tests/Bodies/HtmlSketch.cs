using System.Text;

namespace Cms.Content.Tests.Bodies;

/// <summary>
/// The visible characters of a paragraph, each with the marks and the link it stands in: two forms of one text give one sketch,
/// whatever the nesting of their tags and the white space.
/// </summary>
internal static class HtmlSketch
{
    public static string OfMarkdown(string markdown) => Of(MarkdownOracle.Html(markdown).Replace("<br />", "<br>", StringComparison.Ordinal));

    public static string Of(string html)
    {
        var sketch = new StringBuilder();
        var open = new List<string>();
        foreach (var token in HtmlTokens.Of(html))
        {
            var name = token.Tag is "del" ? "s" : token.Tag;
            if (name is null)
            {
                var marks = string.Join('.', open.Order(StringComparer.Ordinal));
                foreach (var rune in token.Text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)))
                {
                    sketch.Append(rune).Append('{').Append(marks).Append('}');
                }
            }
            else if (token.Closes)
            {
                open.RemoveAt(open.FindLastIndex(tag => tag == name || tag.StartsWith(name + " ", StringComparison.Ordinal)));
            }
            else if (name is not ("p" or "br"))
            {
                open.Add(name == "a" ? "a " + Uri.UnescapeDataString(token.Attributes["href"]) : name);
            }
            else if (name == "p")
            {
                open.Add("p");
            }
        }

        return sketch.ToString();
    }
}
