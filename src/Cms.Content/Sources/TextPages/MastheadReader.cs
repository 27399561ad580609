using Cms.Content.Text;

namespace Cms.Content.Sources.TextPages;

/// <summary>Reads a run of printed offices: `Editor in Chief Name` on one line, or the office and the name on two.</summary>
internal static class MastheadReader
{
    private const int MostLines = 60;

    /// <summary>The offices from a line on; none when the line is no office with a holder.</summary>
    public static MastheadRun ReadFrom(PageLine[] lines, int start)
    {
        var offices = new List<MastheadLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = start;
        while (next < Math.Min(lines.Length, start + MostLines) && ReadLine(lines, next) is { } read)
        {
            offices.AddRange(read.Offices.Where(office => seen.Add(FoldedText.Fold($"{office.Role}|{office.Name}"))));
            next += read.Lines;
        }
        return new MastheadRun(offices, start, next);
    }

    private static OfficesRead? ReadLine(PageLine[] lines, int at)
    {
        var taken = Offices.TakeAll(lines[at].Folded);
        if (taken.Count == 0) return null;
        if (taken.All(office => Names.IsName(office.Rest))) return new OfficesRead([.. taken.Select(office => Line(office.Office, office.Rest))], 1);
        if (taken is not [{ Rest: "" } bare]) return null;

        var holder = at + 1 < lines.Length && lines[at + 1].Group <= lines[at].Group + 1 ? lines[at + 1] : null;
        return holder is not null && Names.IsName(holder.Text) && Offices.TryTake(holder.Folded) is null
            ? new OfficesRead([Line(bare.Office, holder.Text)], 2)
            : null;
    }

    private static MastheadLine Line(string office, string name) =>
        new(Normalization.StripTatweel(office), Normalization.StripTatweel(name));

    private sealed record OfficesRead(IReadOnlyList<MastheadLine> Offices, int Lines);
}

/// <summary>Offices that stand together.</summary>
/// <param name="Offices">Each office once, in order.</param>
/// <param name="Start">The first line of the run.</param>
/// <param name="End">The line after the run.</param>
internal sealed record MastheadRun(IReadOnlyList<MastheadLine> Offices, int Start, int End)
{
    public bool IsEmpty => Offices.Count == 0;
}
