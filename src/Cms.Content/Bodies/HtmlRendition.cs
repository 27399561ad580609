using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>A body as semantic HTML, escaped, one block per line; the same body gives the same bytes.</summary>
public static class HtmlRendition
{
    /// <summary>Writes the body of an article in a language (BCP 47), which decides where code and addresses need their own direction.</summary>
    public static string Write(IReadOnlyList<Block> body, string language)
    {
        var html = new StringBuilder();
        var rightToLeft = RightToLeft.IsScriptOf(language);
        for (var i = 0; i < body.Count; i++)
        {
            if (i > 0)
            {
                html.Append('\n');
            }

            html.Block(body[i], rightToLeft);
        }

        return html.ToString();
    }

    private static void Block(this StringBuilder html, Block block, bool rightToLeft)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                html.Start("p", block);
                if (paragraph.Role is { } role)
                {
                    html.Attribute("class", role);
                }

                html.Append('>').Runs(paragraph.Content).Append("</p>");
                break;
            case HeadingBlock heading:
                var name = string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading.Level, 1, 6)}");
                html.Start(name, block).Append('>').Runs(heading.Content).Append("</").Append(name).Append('>');
                break;
            case ListBlock list:
                html.List(list);
                break;
            case QuoteBlock quote:
                html.Start("blockquote", block).Append("><p>").Runs(quote.Content).Append("</p>");
                if (CleanText.OrNull(quote.Attribution) is { } attribution)
                {
                    html.Append("<footer>").Text(attribution).Append("</footer>");
                }

                html.Append("</blockquote>");
                break;
            case CodeBlock code:
                html.Code(code, rightToLeft);
                break;
            case TableBlock table:
                html.Table(table);
                break;
            case ImageBlock image:
                html.Figure(image);
                break;
            case EmbedBlock embed:
                html.Embed(embed, rightToLeft);
                break;
            case DividerBlock:
                html.Start("hr", block).Append('>');
                break;
            default:
                throw new ArgumentException($"{block.GetType().Name} has no HTML.", nameof(block));
        }
    }

    /// <summary>Appends a start tag up to where its further attributes go.</summary>
    internal static StringBuilder Start(this StringBuilder html, string name, Block block)
    {
        html.Append('<').Append(name).Attribute("id", block.Id);
        return block.Direction is "ltr" or "rtl" ? html.Attribute("dir", block.Direction) : html;
    }

    private static void Code(this StringBuilder html, CodeBlock code, bool rightToLeft)
    {
        html.Start("pre", code);
        if (rightToLeft && code.Direction is null)
        {
            html.Attribute("dir", "ltr");
        }

        html.Append("><code");
        if (!string.IsNullOrEmpty(code.Language))
        {
            html.Attribute("class", "language-" + code.Language);
        }

        html.Append('>').Preformatted(code.Text).Append("</code></pre>");
    }

    private static void Embed(this StringBuilder html, EmbedBlock embed, bool rightToLeft)
    {
        html.Start("p", embed).Append('>');
        if (LinkAddress.OfResource(embed.Url) is { } address)
        {
            html.Append("<a").Attribute("href", address).Attribute("rel", "noopener noreferrer nofollow");
            if (rightToLeft)
            {
                html.Attribute("dir", "ltr");
            }

            html.Append('>').Text(CleanText.Of(embed.Url)).Append("</a></p>");
        }
        else
        {
            html.Text(CleanText.Of(embed.Url)).Append("</p>");
        }
    }
}
