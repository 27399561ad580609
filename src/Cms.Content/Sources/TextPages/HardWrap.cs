namespace Cms.Content.Sources.TextPages;

/// <summary>Puts paragraphs together whose lines were broken at a column.</summary>
internal static class HardWrap
{
    private const int Narrowest = 55;
    private const int Widest = 80;
    private const int FewestLines = 4;
    private const int FirstLineIndent = 2;

    /// <summary>True when the lines are of even width and mostly end in the middle of a sentence.</summary>
    public static bool IsWrapped(PageLine[] lines)
    {
        if (lines.Length < FewestLines || lines.Any(line => line.RawLength > Widest + 10)) return false;
        var even = lines.Count(line => line.RawLength is >= Narrowest and <= Widest);
        return even >= lines.Length * 0.6 && lines.Count(line => line.EndsSentence) <= lines.Length * 0.5;
    }

    /// <summary>Paragraphs that begin at an indent or after a short line.</summary>
    public static IEnumerable<Segment> Paragraphs(PageLine[] lines)
    {
        var edge = LeftEdge(lines);
        return SplitBefore(lines, (previous, line) =>
            line.Indent >= edge + FirstLineIndent || (previous.RawLength < Narrowest && Punctuation.EndsOpenOrQuoted(previous.Text)));
    }

    /// <summary>One paragraph, or one for each indented line where the line above ends a sentence.</summary>
    public static IEnumerable<Segment> IndentedParagraphs(PageLine[] lines)
    {
        var edge = LeftEdge(lines);
        return SplitBefore(lines, (previous, line) => previous.EndsSentence && line.Indent >= edge + FirstLineIndent);
    }

    private static int LeftEdge(PageLine[] lines) => lines.Min(line => line.Indent);

    private static IEnumerable<Segment> SplitBefore(PageLine[] lines, Func<PageLine, PageLine, bool> begins)
    {
        var start = 0;
        for (var at = 1; at < lines.Length; at++)
        {
            if (!begins(lines[at - 1], lines[at])) continue;
            yield return Segment.Of(lines.AsSpan(start..at));
            start = at;
        }
        yield return Segment.Of(lines.AsSpan(start..));
    }
}
