using Cms.Content.Dates;
using Cms.Content.Text;

namespace Cms.Content.Sources.TextPages;

/// <summary>A line with text on it, and the block of lines between blank ones that it stands in.</summary>
internal sealed record PageLine
{
    private const int LongestDateLine = 80;

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required FoldedText Folded { get; init; }

    public required int Group { get; init; }

    public required int Indent { get; init; }

    public required int RawLength { get; init; }

    public int WordCount => Words.Count(Text);

    public bool EndsSentence => Punctuation.EndsSentence(Text);

    /// <summary>True for a line that reads as running text: long, or a longish sentence.</summary>
    public bool IsProse => Text.Length > 200 || (Text.Length > 120 && EndsSentence) || (EndsSentence && WordCount > 15);

    public bool Repeats(PageLine other) => Folded.Value == other.Folded.Value;

    public DateLine? ReadDate() => Text.Length <= LongestDateLine ? DateLine.TryRead(Text, timeOnlyAllowed: true) : null;

    public static PageLine[] Of(IReadOnlyList<SourceLine> lines)
    {
        var page = new List<PageLine>();
        var group = 0;
        foreach (var line in lines)
        {
            if (line.Text.Length == 0)
            {
                group = page.Count == 0 ? 0 : page[^1].Group + 1;
                continue;
            }
            page.Add(new PageLine
            {
                Number = line.Number,
                Text = line.Text,
                Folded = FoldedText.Of(line.Text),
                Group = group,
                Indent = line.Indent,
                RawLength = line.RawLength,
            });
        }
        return [.. page];
    }
}
