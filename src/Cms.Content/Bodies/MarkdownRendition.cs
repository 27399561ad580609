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
                MarkdownLayout.Table(markdown, table);
                break;
            case ImageBlock image:
                MarkdownLayout.Image(markdown, image);
                break;
            case EmbedBlock embed:
                MarkdownLayout.Embed(markdown, embed);
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
        if (CleanText.OrNull(quote.Attribution) is { } attribution)
        {
            markdown.Append(markdown.Length > start ? "\n>\n> — " : "— ");
            new MarkdownWriter(markdown, NewLine + "> ", startsLine: false, cell: false).Runs([new Run { Text = attribution }]);
        }
        else if (markdown.Length == start)
        {
            markdown.Length--;
        }
    }

    private static void Code(StringBuilder markdown, CodeBlock code)
    {
        var text = CleanText.Of(code.Text);
        var fence = new string('`', Math.Max(3, MarkdownMarks.LongestBackticks(text) + 1));
        markdown.Append(fence);
        if (code.Language is { } language && language.All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.' or '#' or '_'))
        {
            markdown.Append(language);
        }

        markdown.Append('\n').Append(text).Append(text.Length > 0 ? "\n" : "").Append(fence);
    }
}
