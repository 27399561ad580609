using Cms.Content.Text;

namespace Cms.Content.Sources.TextPages;

/// <summary>Reads a run of printed offices: `Editor in Chief Name` on one line, or the office and the name on two.</summary>
internal static class MastheadReader
{
    /// <summary>The offices from a line on; none when the line is no office with a holder.</summary>
    public static MastheadRun ReadFrom(PageLine[] lines, int start)
    {
        var offices = new List<MastheadLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = start;
        while (next < lines.Length && ReadOne(lines, next) is { } one)
        {
            if (seen.Add(FoldedText.Fold($"{one.Office.Role}|{one.Office.Name}"))) offices.Add(one.Office);
            next += one.Lines;
        }
        return new MastheadRun(offices, start, next);
    }

    private static OneOffice? ReadOne(PageLine[] lines, int at)
    {
        if (Offices.TryTake(lines[at].Folded) is not { } taken) return null;
        if (taken.Rest.Length > 0) return Names.IsName(taken.Rest) ? new OneOffice(Line(taken.Office, taken.Rest), 1) : null;

        var holder = at + 1 < lines.Length && lines[at + 1].Group <= lines[at].Group + 1 ? lines[at + 1] : null;
        return holder is not null && Names.IsName(holder.Text) && Offices.TryTake(holder.Folded) is null
            ? new OneOffice(Line(taken.Office, holder.Text), 2)
            : null;
    }

    private static MastheadLine Line(string office, string name) =>
        new(Normalization.StripTatweel(office), Normalization.StripTatweel(name));

    private sealed record OneOffice(MastheadLine Office, int Lines);
}

/// <summary>Offices that stand together.</summary>
/// <param name="Offices">Each office once, in order.</param>
/// <param name="Start">The first line of the run.</param>
/// <param name="End">The line after the run.</param>
internal sealed record MastheadRun(IReadOnlyList<MastheadLine> Offices, int Start, int End)
{
    public bool IsEmpty => Offices.Count == 0;
}
