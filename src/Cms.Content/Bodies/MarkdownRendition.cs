using System.Text;

namespace Cms.Content.Bodies;

/// <summary>A body as CommonMark with GitHub's tables and strike-through; a parser of it gives the same text back.</summary>
public static class MarkdownRendition
{
    private const string NewLine = "\\\n";

    /// <summary>Writes the body; blocks that Markdown cannot show empty (paragraphs, tables without cells) leave nothing.</summary>
    public static string Write(IReadOnlyList<Block> body)
    {
        var markdown = new StringBuilder();
        var lists = new MarkdownLists(markdown);
        foreach (var block in body)
        {
            var before = markdown.Length;
            markdown.Append(before > 0 ? "\n\n" : "");
            var start = markdown.Length;
            Write(markdown, lists, block);
            if (markdown.Length == start)
            {
                markdown.Length = before;
            }
            else if (block is not ListBlock)
            {
                lists.Interrupt();
            }
        }

        return markdown.ToString();
    }

    private static void Write(StringBuilder markdown, MarkdownLists lists, Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                new MarkdownWriter(markdown, NewLine, startsLine: true, cell: false).Runs(paragraph.Content);
                break;
            case HeadingBlock heading:
                Heading(markdown, heading);
                break;
            case ListBlock list:
                lists.Write(list);
                break;
            case QuoteBlock quote:
                Quote(markdown, quote);
                break;
            case CodeBlock code:
                Code(markdown, code);
                break;
            case TableBlock table:
                Table(markdown, table);
                break;
            case ImageBlock image:
                Image(markdown, image);
                break;
            case EmbedBlock embed:
                Embed(markdown, embed);
                break;
            case DividerBlock:
                markdown.Append("***");
                break;
        }
    }

    private static void Heading(StringBuilder markdown, HeadingBlock heading)
    {
        markdown.Append('#', Math.Clamp(heading.Level, 1, 6)).Append(' ');
        var start = markdown.Length;
        new MarkdownWriter(markdown, "<br>", startsLine: false, cell: false).Runs(heading.Content);
        if (markdown.Length == start)
        {
            markdown.Length--;
        }
        else if (markdown[^1] == '#')
        {
            // Number signs at the end would be taken for the closing sequence.
            markdown.Insert(markdown.Length - 1, '\\');
        }
    }

    private static void Quote(StringBuilder markdown, QuoteBlock quote)
    {
        markdown.Append("> ");
        var start = markdown.Length;
        new MarkdownWriter(markdown, NewLine + "> ", startsLine: true, cell: false).Runs(quote.Content);
        if (!string.IsNullOrWhiteSpace(quote.Attribution))
        {
            markdown.Append(markdown.Length > start ? "\n>\n> — " : "— ");
            new MarkdownWriter(markdown, NewLine + "> ", startsLine: false, cell: false).Runs([new Run { Text = quote.Attribution }]);
        }
        else if (markdown.Length == start)
        {
            markdown.Length--;
        }
    }

    private static void Code(StringBuilder markdown, CodeBlock code)
    {
        var text = CleanText.Of(code.Text);
        var fence = new string('`', Math.Max(3, MarkdownWriter.LongestBackticks(text) + 1));
        markdown.Append(fence);
        if (code.Language is { } language && language.All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.' or '#' or '_'))
        {
            markdown.Append(language);
        }

        markdown.Append('\n').Append(text).Append(text.Length > 0 ? "\n" : "").Append(fence);
    }

    private static void Table(StringBuilder markdown, TableBlock table)
    {
        var columns = table.Rows.Select(row => row.Count).DefaultIfEmpty().Max();
        if (columns == 0)
        {
            return;
        }

        Row(markdown, table.Header ? table.Rows[0] : [], columns);
        markdown.Append('\n').Append('|').Insert(markdown.Length, " --- |", columns);
        foreach (var row in table.Rows.Skip(table.Header ? 1 : 0))
        {
            markdown.Append('\n');
            Row(markdown, row, columns);
        }
    }

    private static void Row(StringBuilder markdown, IReadOnlyList<IReadOnlyList<Run>> cells, int columns)
    {
        markdown.Append('|');
        for (var column = 0; column < columns; column++)
        {
            markdown.Append(' ');
            if (column < cells.Count)
            {
                new MarkdownWriter(markdown, "<br>", startsLine: false, cell: true).Runs(cells[column]);
            }

            markdown.Append(" |");
        }
    }

    private static void Image(StringBuilder markdown, ImageBlock image)
    {
        var line = ImageLine.Of(image);
        if (LinkAddress.OfResource(image.Url) is { } address)
        {
            markdown.Append("![");
            new MarkdownWriter(markdown, " ", startsLine: false, cell: false).Runs([new Run { Text = image.Alt ?? "" }]);
            markdown.Append("](").Append(MarkdownWriter.Destination(address)).Append(line.Length > 0 ? ")\n\n" : ")");
        }
        else if (line.Length == 0)
        {
            line = image.Alt ?? "";
        }

        new MarkdownWriter(markdown, NewLine, startsLine: true, cell: false).Runs([new Run { Text = line }]);
    }

    private static void Embed(StringBuilder markdown, EmbedBlock embed)
    {
        // An address between angle brackets cannot hold them, and character references in it would be resolved.
        if (LinkAddress.OfResource(embed.Url) is { } address && LinkAddress.IsWeb(address)
            && !address.Any(c => c is '<' or '>' or '&' || char.IsWhiteSpace(c)))
        {
            markdown.Append('<').Append(address).Append('>');
        }
        else
        {
            new MarkdownWriter(markdown, NewLine, startsLine: true, cell: false).Runs([new Run { Text = embed.Url, Href = embed.Url }]);
        }
    }
}
