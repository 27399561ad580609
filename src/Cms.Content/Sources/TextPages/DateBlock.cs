using Cms.Content.Dates;

namespace Cms.Content.Sources.TextPages;

/// <summary>Neighbouring lines that together say when a story was published, and perhaps when it was changed.</summary>
internal sealed record DateBlock
{
    /// <summary>The first search goes no deeper than this many lines with text.</summary>
    private const int Deepest = 15;

    public DateLine? Published { get; init; }

    public int PublishedLine { get; init; }

    public DateLine? Updated { get; init; }

    public int UpdatedLine { get; init; }

    /// <summary>The index of the first line.</summary>
    public required int Start { get; init; }

    /// <summary>The index after the last line.</summary>
    public required int End { get; init; }

    /// <summary>The first date block that can be the story's own: few sentences may stand between the headline and it.</summary>
    public static DateBlock? Find(PageLine[] lines)
    {
        for (var at = 0; at < Math.Min(lines.Length, Deepest); at++)
        {
            if (ReadAt(lines, at) is not { } block) continue;
            var sentences = lines.Take(at).Skip(1).Count(line => line.IsProse || line.Text.EndsWith('.'));
            return sentences <= 1 || block.End == lines.Length ? block : null;
        }
        return null;
    }

    /// <summary>The date block that begins at a line; null when none does.</summary>
    public static DateBlock? ReadAt(PageLine[] lines, int start)
    {
        var block = new DateBlock { Start = start, End = start };
        DateLine? time = null;
        while (block.End < lines.Length && FollowsOn(lines, block, start) && lines[block.End].ReadDate() is { } read)
        {
            var line = lines[block.End].Number;
            if (read.IsUpdate && block.Updated is null && HasDay(read)) block = block with { Updated = read, UpdatedLine = line };
            else if (!read.IsUpdate && HasDay(read) && block.Published is null) block = block with { Published = read, PublishedLine = line };
            else if (!HasDay(read) && time is null && block.Published?.Time is null) time = read;
            else if (!HasDay(read) || read.Date != block.Published?.Date) break;
            block = block with { End = block.End + 1 };
        }
        if (time is not null && block.Published is { Time: null } day) block = block with { Published = DateLine.Join(day, time) };
        return block.Published is null && block.Updated is null ? null : block;
    }

    /// <summary>This block with the last change that stands elsewhere.</summary>
    public DateBlock WithUpdate(DateBlock? other) =>
        other?.Updated is null ? this : this with { Updated = other.Updated, UpdatedLine = other.UpdatedLine };

    private static bool HasDay(DateLine read) => read.Date is not null || read.IsImpossible;

    private static bool FollowsOn(PageLine[] lines, DateBlock block, int start) =>
        block.End == start || lines[block.End].Group <= lines[block.End - 1].Group + 1;
}
