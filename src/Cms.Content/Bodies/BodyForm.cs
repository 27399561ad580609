namespace Cms.Content.Bodies;

/// <summary>The one form of a block.</summary>
internal static class BodyForm
{
    public static Block Of(Block block) => block switch
    {
        ParagraphBlock paragraph => paragraph with { Content = Of(paragraph.Content) },
        HeadingBlock heading => heading with { Content = Of(heading.Content) },
        ListBlock list => list with
        {
            Start = list.Ordered && list.Start is not 1 ? list.Start : null,
            Items = Of(list.Items),
        },
        QuoteBlock quote => quote with { Content = Of(quote.Content), Attribution = CleanText.OrNull(quote.Attribution) },
        CodeBlock code => code with
        {
            Text = CleanText.Of(code.Text).TrimEnd('\n'),
            Language = string.IsNullOrEmpty(code.Language) ? null : code.Language.ToLowerInvariant(),
        },
        TableBlock table => table with
        {
            Header = table.Header && table.Rows.Count > 0,
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(Of)])],
        },
        ImageBlock image => image with
        {
            Url = LinkAddress.Of(image.Url) ?? image.Url,
            Alt = CleanText.OrNull(image.Alt),
            Caption = CleanText.OrNull(image.Caption),
            Credit = CleanText.OrNull(image.Credit),
        },
        EmbedBlock embed => embed with { Url = LinkAddress.Of(embed.Url) ?? embed.Url },
        _ => block,
    };

    private static IReadOnlyList<Run> Of(IReadOnlyList<Run> content) =>
        [.. Stretch.Of(content).Select(part => new Run { Text = part.Text, Marks = Stretch.Names(part.Marks), Href = part.Address })];

    private static List<ListItem> Of(IReadOnlyList<ListItem> items)
    {
        var level = -1;
        var formed = new List<ListItem>(items.Count);
        foreach (var item in items)
        {
            level = ListDepth.After(level, item.Level);
            formed.Add(new ListItem { Level = level, Content = Of(item.Content) });
        }

        return formed;
    }
}
