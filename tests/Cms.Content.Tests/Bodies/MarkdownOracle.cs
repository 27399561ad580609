using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Content.Tests.Bodies;

/// <summary>What an independent parser reads in Markdown: its words with list markers and the dash of an attribution, and its links.</summary>
internal static class MarkdownOracle
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks().Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    public static IEnumerable<MarkdownObject> Nodes(string markdown) => Parse(markdown).Descendants();

    public static string Html(string markdown) => Markdown.ToHtml(markdown, Pipeline);

    public static string[] Words(string markdown)
    {
        var text = new StringBuilder();
        Gather(text, Parse(markdown));
        return Split(text.ToString());
    }

    public static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static void Gather(StringBuilder text, MarkdownObject node)
    {
        switch (node)
        {
            case ListItemBlock { Parent: Markdig.Syntax.ListBlock list } item:
                text.Append(list.IsOrdered ? $"\n{item.Order}. " : "\n- ");
                Children(text, item);
                break;
            case ContainerBlock container:
                Children(text, container);
                break;
            case Markdig.Syntax.CodeBlock or HtmlBlock:
                text.Append("\nnot prose: ").Append(((LeafBlock)node).Lines);
                break;
            case ThematicBreakBlock:
                text.Append("\nnot prose: break");
                break;
            case LeafBlock { Inline: { } inline }:
                text.Append('\n');
                Gather(text, inline);
                break;
            case ContainerInline inline:
                for (var child = inline.FirstChild; child is not null; child = child.NextSibling)
                {
                    Gather(text, child);
                }

                break;
            case LiteralInline literal:
                text.Append(literal.Content);
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded);
                break;
            case LineBreakInline or HtmlInline { Tag: "<br>" }:
                text.Append('\n');
                break;
            case HtmlInline:
                break;
            default:
                text.Append("\nunexpected ").Append(node.GetType().Name);
                break;
        }
    }

    private static void Children(StringBuilder text, ContainerBlock container)
    {
        foreach (var child in container)
        {
            Gather(text, child);
        }
    }
}
