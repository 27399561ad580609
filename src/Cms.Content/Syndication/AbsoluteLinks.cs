using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>Makes what a body links to on its own host absolute: in a feed or on another host a path alone would lead elsewhere.</summary>
public static class AbsoluteLinks
{
    /// <summary>The body with absolute addresses; places within the page stay as they are.</summary>
    public static IReadOnlyList<Block> In(IReadOnlyList<Block> body, string address) => [.. body.Select(block => In(block, address))];

    private static Block In(Block block, string address) => block switch
    {
        ParagraphBlock paragraph => paragraph with { Content = In(paragraph.Content, address) },
        HeadingBlock heading => heading with { Content = In(heading.Content, address) },
        ListBlock list => list with { Items = [.. list.Items.Select(item => item with { Content = In(item.Content, address) })] },
        QuoteBlock quote => quote with { Content = In(quote.Content, address) },
        TableBlock table => table with { Rows = [.. table.Rows.Select(row => row.Select(cell => In(cell, address)).ToList())] },
        ImageBlock image => image with { Url = In(image.Url, address) },
        EmbedBlock embed => embed with { Url = In(embed.Url, address) },
        _ => block,
    };

    private static IReadOnlyList<Run> In(IReadOnlyList<Run> content, string address) =>
        content.Any(run => IsPath(run.Href))
            ? [.. content.Select(run => IsPath(run.Href) ? run with { Href = In(run.Href!, address) } : run)]
            : content;

    private static string In(string link, string address) => IsPath(link) ? WebAddress.Ascii(link, address) ?? link : link;

    private static bool IsPath(string? link) => link is ['/', ..] and not ['/', '/' or '\\', ..];
}
