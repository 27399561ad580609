using Cms.Content.Bodies;

namespace Cms.Content.Sources.TextPages;

/// <summary>A stretch of the body that becomes one block: text, or the items of a list.</summary>
internal sealed record Segment
{
    public required PageLine First { get; init; }

    public required string Text { get; init; }

    /// <summary>True when the text stood on one line.</summary>
    public bool IsOneLine { get; init; }

    public ListBlock? List { get; init; }

    public static Segment Of(params ReadOnlySpan<PageLine> lines)
    {
        var texts = new string[lines.Length];
        for (var at = 0; at < lines.Length; at++) texts[at] = lines[at].Text;
        return new Segment { First = lines[0], Text = string.Join(' ', texts), IsOneLine = lines.Length == 1 };
    }
}
