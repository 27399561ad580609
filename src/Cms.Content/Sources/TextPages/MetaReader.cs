namespace Cms.Content.Sources.TextPages;

/// <summary>Reads the lines between the headline (or the date below it) and the first line of the body.</summary>
internal static class MetaReader
{
    private const int LongestLabel = 100;
    private const int Deepest = 40;

    public static Meta Read(PageLine[] lines, PageLine headline, int? dateGroup, Margin margin, ReadingContext context)
    {
        DateBlock? updated = null;
        var at = 0;
        var previousGroup = dateGroup ?? headline.Group;
        while (at < Math.Min(lines.Length, Deepest))
        {
            var line = lines[at];
            var besideDate = line.Group == dateGroup;
            var bodyFollows = at + 1 < lines.Length;
            if (line.Repeats(headline) || IsRepeated(lines, at - 1)) at++;
            else if (Furniture.Is(line)) (margin, at) = (margin.Drop(line), at + 1);
            else if (updated is null && DateBlock.ReadAt(lines, at) is { Updated: not null, Published: null } changed) (updated, at) = (changed, changed.End);
            else if (bodyFollows && margin.Byline is null && Markers.TakeByline(line) is { } credit) (margin, at) = (margin.Credit(BylineReader.Read(credit)), at + 1);
            else if (at + 2 < lines.Length && margin.Byline is null && Markers.IsBareByline(line) && BylineReader.ReadsAsNames(lines[at + 1]))
            {
                (margin, at) = (margin.Credit(BylineReader.Read(lines[at + 1].Text)), at + 2);
            }
            else if (bodyFollows && IsCaption(lines, at)) (margin, at) = (margin.Add(line, LeadKind.Caption), at + 1);
            else if (bodyFollows && margin.Agency is null && Credits.IsAgency(line.Text)) (margin, at) = (margin with { Agency = line.Text }, at + 1);
            else if (bodyFollows && besideDate && margin.Section is null && Sections.Find(line.Folded, context) is { } section)
            {
                (margin, at) = (margin with { Section = section }, at + 1);
            }
            else if (margin.Byline is null && Unmarked(lines, at, dateGroup, previousGroup, headline) is { } credits)
            {
                margin = credits.Above.Aggregate(margin.Credit(BylineReader.Read(credits.Byline.Text)), (all, other) => all.Add(other.Line, other.Kind));
                at += credits.Above.Count + 1;
            }
            else if (besideDate && lines[^1].Group != line.Group && !line.EndsSentence && line.Text.Length <= LongestLabel)
            {
                (margin, at) = (margin.Add(line, LeadKind.Unclassified), at + 1);
            }
            else break;
            previousGroup = line.Group;
        }
        var body = lines[at..];
        if (margin.Byline is null && body is [var opening, ..] && Markers.TakeRunTogether(opening) is { } name) margin = margin.Credit(BylineReader.Read(name));
        return new Meta(margin, updated, body);
    }

    // In the date's own block any short line can be the credit; alone in the next block it must read as names.
    private static UnmarkedCredits? Unmarked(PageLine[] lines, int at, int? dateGroup, int previousGroup, PageLine headline)
    {
        if (dateGroup is null) return null;
        var group = lines[at].Group;
        var run = lines.Skip(at).TakeWhile(line => line.Group == group && BylineReader.HasShape(line) && !Credits.IsAgency(line.Text)).ToArray();
        if (run.Length == 0 || at + run.Length >= lines.Length) return null;
        if (group != dateGroup)
        {
            var isAlone = lines.Count(line => line.Group == group) == 1;
            return isAlone && group == previousGroup + 1 && BylineReader.ReadsAsNames(run[0]) ? new UnmarkedCredits(run[0], []) : null;
        }
        return new UnmarkedCredits(run[^1], [.. run[..^1].Select(line => new LeadLine(line, KindOf(line, headline)))]);
    }

    // A name that the headline names too stands below a picture.
    private static LeadKind KindOf(PageLine line, PageLine headline) =>
        headline.Folded.Value.Contains(line.Folded.Value, StringComparison.Ordinal) ? LeadKind.Caption : LeadKind.Unclassified;

    private static bool IsCaption(PageLine[] lines, int at) =>
        Markers.IsCaption(lines[at]) || BlockClassifier.IsCreditedCaption(lines[at].Text) || (IsRepeated(lines, at) && !lines[at].IsProse);

    private static bool IsRepeated(PageLine[] lines, int at) => at >= 0 && at + 1 < lines.Length && lines[at].Repeats(lines[at + 1]);

    private sealed record UnmarkedCredits(PageLine Byline, IReadOnlyList<LeadLine> Above);
}

/// <summary>What stood between headline and body, and what is left.</summary>
/// <param name="Margin">Credits, captions and the like.</param>
/// <param name="Updated">When the story was changed, where printed.</param>
/// <param name="Body">The lines from the first paragraph on.</param>
internal sealed record Meta(Margin Margin, DateBlock? Updated, PageLine[] Body);
