using Cms.Content.Bodies;

namespace Cms.Content.Tests.Bodies.Reading;

/// <summary>
/// A body in one short line per block, to compare with: `p text`, `{strong em|text}` for marks, `{/href|text}` for links, `↵` for a break,
/// `¦` between items, cells and other parts, `‖` between rows.
/// </summary>
internal static class Outline
{
    public static string OfHtml(string html) => Of(HtmlBody.Read(html).Blocks);

    public static string OfMarkdown(string markdown) => Of(MarkdownBody.Read(markdown).Blocks);

    public static string Of(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(Of));

    public static string Dropped(ParsedBody parsed) => string.Join(", ", parsed.Dropped.Select(part => $"{part.Count} {part.What}"));

    private static string Of(Block block) => block switch
    {
        ParagraphBlock paragraph => (paragraph.Role ?? "p") + Side(block) + " " + Of(paragraph.Content),
        HeadingBlock heading => $"h{heading.Level}{Side(block)} " + Of(heading.Content),
        ListBlock list => (list.Ordered ? "ol" : "ul") + list.Start + Side(block) + " "
            + string.Join(" ¦ ", list.Items.Select(item => $"{item.Level} {Of(item.Content)}".Trim())),
        QuoteBlock quote => "quote" + Side(block) + " " + Of(quote.Content) + (quote.Attribution is { } by ? " ¦ " + Breaks(by) : ""),
        CodeBlock code => "code" + Side(block) + " " + Breaks(code.Text) + (code.Language is { } language ? " ¦ " + language : ""),
        TableBlock table => (table.Header ? "table+" : "table") + Side(block) + " "
            + string.Join(" ‖ ", table.Rows.Select(row => string.Join(" ¦ ", row.Select(Of)))),
        ImageBlock image => "image" + Side(block) + " "
            + string.Join(" ¦ ", new[] { image.Url, image.Alt, image.Caption, image.Credit, $"{image.Width}", $"{image.Height}" })
                .TrimEnd(' ', '¦'),
        EmbedBlock embed => $"embed{Side(block)} {embed.Url} ¦ {embed.Provider}",
        _ => "hr" + Side(block),
    };

    private static string Side(Block block) => block.Direction is { } direction ? "." + direction : "";

    private static string Of(IReadOnlyList<Run> content) => string.Concat(content.Select(run =>
    {
        var around = string.Join(' ', run.Marks.Concat(run.Href is { } href ? [href] : []));
        return around.Length > 0 ? $"{{{around}|{Breaks(run.Text)}}}" : Breaks(run.Text);
    }));

    private static string Breaks(string text) => text.Replace('\n', '↵');
}
