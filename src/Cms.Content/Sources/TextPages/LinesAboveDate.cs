namespace Cms.Content.Sources.TextPages;

/// <summary>The lines above a story's date, sorted: sections, credits and captions, and what remains for kicker, headline and deck.</summary>
/// <param name="Remaining">The lines that nothing else is known of, in order.</param>
/// <param name="Margin">The rest.</param>
internal sealed record LinesAboveDate(PageLine[] Remaining, Margin Margin)
{
    public static LinesAboveDate Read(PageLine[] lines, Margin margin, int dateGroup, ReadingContext context)
    {
        var sorted = new LinesAboveDate([], margin);
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var below = at + 1 < lines.Length ? lines[at + 1] : null;
            if (sorted.Remaining.Any(line.Repeats)) continue;
            if (sorted.Remaining.Length == 0)
            {
                sorted = sorted.BeforeHeadline(line, below, context);
            }
            else if (sorted.Margin.Byline is null && Markers.IsBareByline(line) && below is not null && BylineReader.ReadsAsNames(below))
            {
                sorted = sorted with { Margin = sorted.Margin.Credit(BylineReader.Read(below.Text)) };
                at++;
            }
            else
            {
                sorted = sorted.BelowHeadline(line, below is null && line.Group == dateGroup && lines[at - 1].Group != dateGroup);
            }
        }
        return sorted;
    }

    private LinesAboveDate BeforeHeadline(PageLine line, PageLine? below, ReadingContext context)
    {
        if (Furniture.IsAboveStory(line)) return this with { Margin = Margin.Drop(line) };
        return below is not null && Sections.Find(line.Folded, context) is { } section
            ? this with { Margin = Margin with { Section = section } }
            : this with { Remaining = [line] };
    }

    private LinesAboveDate BelowHeadline(PageLine line, bool isInDateBlock)
    {
        if (Furniture.Is(line)) return this with { Margin = Margin.Drop(line) };
        if (Margin.Byline is null && Markers.TakeByline(line) is { } credit) return this with { Margin = Margin.Credit(BylineReader.Read(credit)) };
        if (Markers.IsCaption(line) || BlockClassifier.IsCreditedCaption(line.Text)) return this with { Margin = Margin.Add(line, LeadKind.Caption) };
        if (Margin.Agency is null && Credits.IsAgency(line.Text)) return this with { Margin = Margin with { Agency = line.Text } };
        return isInDateBlock && Margin.Byline is null && BylineReader.ReadsAsNames(line)
            ? this with { Margin = Margin.Credit(BylineReader.Read(line.Text)) }
            : this with { Remaining = [.. Remaining, line] };
    }
}
