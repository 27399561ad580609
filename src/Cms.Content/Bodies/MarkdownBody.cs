using Cms.Content.Bodies.Reading;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Cms.Content.Bodies;

/// <summary>Reads Markdown into blocks: CommonMark with GitHub's tables, strike-through and bare links; its HTML goes the way of all HTML.</summary>
public static class MarkdownBody
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks().Build();

    /// <summary>Reads any text; what nests too deep to be meant is taken for plain text.</summary>
    public static ParsedBody Read(string markdown)
    {
        var drops = new Drops();
        var calm = MarkdownGuard.Calm(markdown, drops);
        string html;
        try
        {
            html = Markdown.ToHtml(calm, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's word for markup that nests too deep.
            drops.Add("deep nesting");
            html = MarkdownGuard.Plain(markdown);
        }

        var parsed = HtmlPump.Read(html, drops);
        return parsed with { Blocks = [.. parsed.Blocks.Select(WithoutEmptyHeader)] };
    }

    // Markdown has no table without a header; ours has an empty one then.
    private static Block WithoutEmptyHeader(Block block) =>
        block is TableBlock { Header: true, Rows: { Count: > 1 } rows } table && rows[0].All(cell => cell.Count == 0)
            ? table with { Header = false, Rows = [.. rows.Skip(1)] }
            : block;
}
