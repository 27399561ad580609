namespace Cms.Content.Bodies.Reading;

/// <summary>A quotation as it is read.</summary>
internal sealed class QuoteReading
{
    public RunLines Text { get; } = new();

    public RunLines Attribution { get; } = new();

    /// <summary>The last address of a known site that was linked, which is what a site's own quotation is about.</summary>
    public string? EmbedAddress { get; set; }

    public QuoteBlock? Block(string id, string? direction)
    {
        var attribution = WithoutDash(Attribution.Plain());
        if (attribution.Length == 0 && Text.LastParagraph > 0 && Text.StartsWithDash(Text.LastParagraph))
        {
            attribution = WithoutDash(Text.CutAt(Text.LastParagraph));
        }

        var content = Text.Runs();
        return content.Count == 0 && attribution.Length == 0
            ? null
            : new QuoteBlock { Id = id, Direction = direction, Content = content, Attribution = attribution.Length > 0 ? attribution : null };
    }

    // The dash before a name is the rendition's business.
    private static string WithoutDash(string text) => text.TrimStart('—', '―', '–', ' ', '\n', '\u00A0').TrimEnd();
}
