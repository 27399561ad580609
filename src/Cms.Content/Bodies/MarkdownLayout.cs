using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Tables, pictures and embeds in Markdown.</summary>
internal static class MarkdownLayout
{
    public static void Table(StringBuilder markdown, TableBlock table)
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

    public static void Image(StringBuilder markdown, ImageBlock image)
    {
        var line = ImageLine.Of(image);
        if (LinkAddress.OfResource(image.Url) is { } address)
        {
            markdown.Append("![");
            new MarkdownWriter(markdown, " ", startsLine: false, cell: false).Runs([new Run { Text = image.Alt ?? "" }]);
            markdown.Append("](").Append(MarkdownMarks.Destination(address)).Append(line is null ? ")" : ")\n\n");
        }
        else
        {
            line ??= image.Alt;
        }

        new MarkdownWriter(markdown, "\\\n", startsLine: true, cell: false).Runs([new Run { Text = line ?? "" }]);
    }

    public static void Embed(StringBuilder markdown, EmbedBlock embed)
    {
        // An address between angle brackets cannot hold them, and character references in it would be resolved.
        if (LinkAddress.OfResource(embed.Url) is { } address && LinkAddress.IsWeb(address)
            && !address.Any(c => c is '<' or '>' or '&' || char.IsWhiteSpace(c)))
        {
            markdown.Append('<').Append(address).Append('>');
        }
        else
        {
            new MarkdownWriter(markdown, "\\\n", startsLine: true, cell: false).Runs([new Run { Text = embed.Url, Href = embed.Url }]);
        }
    }
}
