using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>A body as plain text: blocks separated by a blank line, lists with their markers, cells by tabs.</summary>
public static class TextRendition
{
    /// <summary>Writes the body; blocks without text (dividers, empty paragraphs) leave nothing.</summary>
    public static string Write(IReadOnlyList<Block> body)
    {
        var text = new StringBuilder();
        foreach (var block in body)
        {
            var before = text.Length;
            text.Append(before > 0 ? "\n\n" : "");
            var start = text.Length;
            text.Block(block);
            if (IsBlank(text, start))
            {
                text.Length = before;
            }
        }

        return text.ToString();
    }

    private static bool IsBlank(StringBuilder text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at == text.Length;
    }

    private static void Block(this StringBuilder text, Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                text.Content(paragraph.Content);
                break;
            case HeadingBlock heading:
                text.Content(heading.Content);
                break;
            case ListBlock list:
                text.Items(list);
                break;
            case QuoteBlock quote:
                var start = text.Length;
                text.Content(quote.Content);
                if (CleanText.OrNull(quote.Attribution) is { } attribution)
                {
                    text.Append(text.Length > start ? "\n— " : "— ").Append(attribution);
                }

                break;
            case CodeBlock code:
                text.Append(CleanText.Of(code.Text));
                break;
            case TableBlock table:
                text.Rows(table);
                break;
            case ImageBlock image:
                text.Append(ImageLine.Of(image) ?? CleanText.OrNull(image.Alt) ?? "");
                break;
            case EmbedBlock embed:
                text.Append(CleanText.Of(embed.Url));
                break;
        }
    }

    private static void Content(this StringBuilder text, IReadOnlyList<Run> content)
    {
        foreach (var run in content)
        {
            text.Append(CleanText.Of(run.Text));
        }
    }

    private static void Items(this StringBuilder text, ListBlock list)
    {
        var depth = -1;
        var numbers = new int[ListDepth.Deepest + 1];
        foreach (var item in list.Items)
        {
            text.Append(depth >= 0 ? "\n" : "");
            var next = ListDepth.After(depth, item.Level);
            numbers[next] = next > depth ? (next == 0 ? list.Start ?? 1 : 1) : numbers[next] + 1;
            depth = next;
            text.Append(' ', 2 * depth);
            text.Append(list.Ordered ? numbers[depth].ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            text.Content(item.Content);
        }
    }

    // A tab or a line feed inside a cell would read as a cell or a row of its own.
    private static void Rows(this StringBuilder text, TableBlock table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Append(row > 0 ? "\n" : "");
            for (var cell = 0; cell < table.Rows[row].Count; cell++)
            {
                text.Append(cell > 0 ? "\t" : "");
                var start = text.Length;
                text.Content(table.Rows[row][cell]);
                text.Replace('\t', ' ', start, text.Length - start).Replace('\n', ' ', start, text.Length - start);
            }
        }
    }
}
