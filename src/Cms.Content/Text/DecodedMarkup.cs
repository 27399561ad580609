using System.Text;
using Cms.Content.Sources;

namespace Cms.Content.Text;

/// <summary>A document's bytes as one text, its spaces kept, every line break a line feed: what a reader of markup needs.</summary>
internal sealed record DecodedMarkup
{
    /// <summary>The text; empty when the document is refused.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What was noticed and got over.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; private init; } = [];

    /// <summary>Why the document cannot be read; null when it can.</summary>
    public SourceRefusal? Refusal { get; private init; }

    public static DecodedMarkup Of(ReadOnlyMemory<byte> bytes)
    {
        if (SourceText.RefusedBySize(bytes) is { } outsized) return new DecodedMarkup { Refusal = outsized };
        var decoded = ByteDecoding.Read(bytes.Span);
        if (decoded.Refusal is { } refusal) return new DecodedMarkup { Refusal = refusal };

        var warnings = new List<SourceWarning>(decoded.Warnings);
        var text = Normalization.Composed(WithoutControls(decoded.Text, warnings));
        return string.IsNullOrWhiteSpace(text)
            ? new DecodedMarkup { Refusal = new SourceRefusal("E_EMPTY", null, null, null, "Expected a text document, found white space only.") }
            : new DecodedMarkup { Text = text, Warnings = warnings };
    }

    private static string WithoutControls(string text, List<SourceWarning> warnings)
    {
        var clean = new StringBuilder(text.Length);
        int removed = 0, line = 1, firstLine = 0;
        for (var start = 0; start < text.Length; line++)
        {
            var end = start;
            while (end < text.Length && !SourceText.IsLineBreak(text[end])) end++;
            var raw = text[start..end];
            var kept = SourceText.WithoutControls(raw);
            if (kept.Length < raw.Length && removed == 0) firstLine = line;
            removed += raw.Length - kept.Length;
            clean.Append(kept);
            if (end < text.Length) clean.Append('\n');
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        if (removed > 0) warnings.Add(SourceText.ControlsRemoved(removed, firstLine));
        return clean.ToString();
    }
}
