namespace Cms.Content.Sources.TextPages;

/// <summary>Parts the lines of the body into blocks: at blank lines, else at lines, else where wrapped paragraphs begin.</summary>
internal static class Segmenter
{
    private const int ProseLine = 120;
    private const double NearlyAll = 0.8;

    public static IReadOnlyList<Segment> Read(PageLine[] lines)
    {
        if (lines.Length == 0) return [];
        var groups = lines.Chunk(line => line.Group);
        return MergeItems([.. groups.Count > 1 ? groups.SelectMany(ReadGroup) : ReadWithoutBlanks(lines)]);
    }

    private static IEnumerable<Segment> ReadWithoutBlanks(PageLine[] lines) =>
        HardWrap.IsWrapped(lines) ? HardWrap.Paragraphs(lines) : lines.Select(line => Segment.Of(line));

    private static IEnumerable<Segment> ReadGroup(PageLine[] group)
    {
        var parts = group.Chunk(line => BlockClassifier.IsAddress(line.Text) ? line.Number : 0);
        return parts.SelectMany(ReadPart);
    }

    private static IEnumerable<Segment> ReadPart(PageLine[] part)
    {
        if (ListReader.TryRead(part) is { } list) return [list];
        if (part[0].Text.EndsWith(':') && ListReader.TryRead(part[1..]) is { } introduced) return [Segment.Of(part[0]), introduced];

        var sentences = part.Count(line => line.EndsSentence && line.Text.Length > ProseLine);
        return sentences >= part.Length * NearlyAll ? part.Select(line => Segment.Of(line)) : HardWrap.IndentedParagraphs(part);
    }

    // Items that stand apart by blank lines are one list still.
    private static List<Segment> MergeItems(Segment[] segments)
    {
        var merged = new List<Segment>();
        foreach (var run in segments.Chunk(segment => segment.IsOneLine && ListReader.IsItem(segment.First)))
        {
            if (run[0].IsOneLine && ListReader.TryRead([.. run.Select(segment => segment.First)]) is { } list) merged.Add(list);
            else merged.AddRange(run);
        }
        return merged;
    }

    /// <summary>Parts a sequence wherever the key changes.</summary>
    private static List<T[]> Chunk<T, TKey>(this IReadOnlyList<T> all, Func<T, TKey> key)
    {
        var chunks = new List<T[]>();
        var start = 0;
        for (var at = 1; at <= all.Count; at++)
        {
            if (at < all.Count && Equals(key(all[at]), key(all[start]))) continue;
            chunks.Add([.. all.Skip(start).Take(at - start)]);
            start = at;
        }
        return chunks;
    }
}
