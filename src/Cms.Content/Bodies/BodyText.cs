using System.Text;

namespace Cms.Content.Bodies;

/// <summary>
/// The text of a body: what is read in it, captions and attributions included; addresses, credits and alternative texts are not.
/// </summary>
public static class BodyText
{
    /// <summary>The number of words of a plain text, that is, of stretches without white space.</summary>
    public static int Words(string plain)
    {
        var count = 0;
        var inside = false;
        foreach (var c in plain)
        {
            var word = !char.IsWhiteSpace(c);
            count += word && !inside ? 1 : 0;
            inside = word;
        }

        return count;
    }

    /// <summary>The text of the first paragraph of running text that has any, or null.</summary>
    public static string? FirstParagraph(IReadOnlyList<Block> body)
    {
        foreach (var block in body)
        {
            if (block is ParagraphBlock { Role: null } paragraph && string.Concat(paragraph.Content.Select(run => run.Text)) is var text
                && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>All text, each paragraph, item, cell and caption on its own line; for search.</summary>
    public static string Plain(IReadOnlyList<Block> body) => Gather(body).ToString();

    private static StringBuilder Gather(IReadOnlyList<Block> body)
    {
        var text = new StringBuilder();
        foreach (var block in body)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    text.Line(paragraph.Content);
                    break;
                case HeadingBlock heading:
                    text.Line(heading.Content);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        text.Line(item.Content);
                    }

                    break;
                case QuoteBlock quote:
                    text.Line(quote.Content).Line(quote.Attribution);
                    break;
                case CodeBlock code:
                    text.Line(code.Text);
                    break;
                case TableBlock table:
                    foreach (var cell in table.Rows.SelectMany(row => row))
                    {
                        text.Line(cell);
                    }

                    break;
                case ImageBlock image:
                    text.Line(image.Caption);
                    break;
            }
        }

        return text;
    }

    private static StringBuilder Line(this StringBuilder text, string? line) =>
        string.IsNullOrEmpty(line) ? text : text.Append(text.Length > 0 ? "\n" : "").Append(line);

    private static StringBuilder Line(this StringBuilder text, IReadOnlyList<Run> content)
    {
        if (content.Any(run => run.Text.Length > 0))
        {
            text.Append(text.Length > 0 ? "\n" : "");
            foreach (var run in content)
            {
                text.Append(run.Text);
            }
        }

        return text;
    }
}
