namespace Cms.Content.Sources.TextPages;

/// <summary>Tells kicker, section, headline, deck and byline among the lines above the date.</summary>
internal static class HeadReader
{
    private const int LongestHeadline = 300;
    private const int LongestSentence = 200;
    private const int DeepestHeadline = 20;
    private const int LongestKicker = 2;
    private const int LongestDeck = 400;

    /// <summary>True unless the line is too long for a headline.</summary>
    public static bool CanBeHeadline(PageLine line) => line.Text.Length <= LongestHeadline;

    public static StoryHead? AroundDate(DateBlock date, PageLine[] story, Margin margin, ReadingContext context)
    {
        var above = Sort(story[..date.Start], margin, story[date.Start].Group, context);
        if (above.Remaining is not [var first, ..] || !CanBeHeadline(first)) return null;

        var kicker = above.Remaining.Length > 1 && first.WordCount <= LongestKicker ? first : null;
        var headline = kicker is null ? first : above.Remaining[1];
        if (!CanBeHeadline(headline)) return null;

        var further = above.Remaining.Where(line => line != kicker && line != headline).ToArray();
        var bodyFollows = date.End < story.Length;
        var deck = bodyFollows && further is [var second, ..] && second.Text.Length <= LongestDeck ? second : null;
        var unknown = further.Where(line => line != deck).ToArray();
        var margins = bodyFollows
            ? unknown.Aggregate(above.Margin, (all, line) => all.Add(line, LeadKind.Unclassified))
            : above.Margin;
        var below = MetaReader.Read(story[date.End..], headline, story[date.End - 1].Group, margins, context);
        return new StoryHead
        {
            Headline = headline,
            Kicker = kicker?.Text,
            Deck = deck,
            Date = date with { Updated = date.Updated ?? below.Updated?.Updated, UpdatedLine = date.Updated is null ? below.Updated?.UpdatedLine ?? 0 : date.UpdatedLine },
            Margin = below.Margin,
            Body = bodyFollows ? below.Body : unknown,
        };
    }

    /// <summary>The head of a story that prints no date below its headline: the first line is the headline, a known section aside.</summary>
    public static StoryHead? WithoutOwnDate(
        DateBlock? pageDate, int? pageDateGroup, PageLine[] story, bool hasMasthead, Margin margin, ReadingContext context)
    {
        var at = 0;
        while (at + 1 < Math.Min(story.Length, DeepestHeadline) && (Sections.Find(story[at].Folded, context) is not null || Furniture.Is(story[at])))
        {
            margin = Furniture.Is(story[at]) ? margin.Drop(story[at]) : margin with { Section = Sections.Find(story[at].Folded, context) };
            at++;
        }
        var headline = story[at];
        var below = MetaReader.Read(story[(at + 1)..], headline, pageDateGroup, margin, context);
        var isAnchored = hasMasthead || pageDate is not null || below.Margin.Byline is not null;
        if (!CanBeHeadline(headline) || (!isAnchored && headline.Text.Length > LongestSentence && headline.EndsSentence)) return null;

        return new StoryHead
        {
            Headline = headline,
            Date = below.Updated is null ? pageDate : (pageDate ?? below.Updated) with { Updated = below.Updated.Updated, UpdatedLine = below.Updated.UpdatedLine },
            HasPageDateOnly = pageDate is not null,
            Margin = below.Margin,
            Body = below.Body,
        };
    }

    private static SortedHead Sort(PageLine[] lines, Margin margin, int dateGroup, ReadingContext context)
    {
        var remaining = new List<PageLine>();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var isLast = at == lines.Length - 1;
            if (Furniture.Is(line)) margin = margin.Drop(line);
            else if (remaining.Count == 0 && !isLast && Sections.Find(line.Folded, context) is { } section) margin = margin with { Section = section };
            else if (remaining.Exists(line.Repeats)) continue;
            else if (remaining.Count > 0 && Markers.TakeByline(line) is { } credit && margin.Byline is null) margin = margin.Credit(BylineReader.Read(credit));
            else if (remaining.Count > 0 && !isLast && Markers.IsBareByline(line) && BylineReader.ReadsAsNames(lines[at + 1]))
            {
                margin = margin.Credit(BylineReader.Read(lines[++at].Text));
            }
            else if (remaining.Count > 0 && (Markers.IsCaption(line) || BlockClassifier.IsCreditedCaption(line.Text))) margin = margin.Add(line, LeadKind.Caption);
            else if (remaining.Count > 0 && Credits.IsAgency(line.Text)) margin = margin with { Agency = line.Text };
            else if (isLast && margin.Byline is null && IsNameAboveDate(line, remaining, dateGroup)) margin = margin.Credit(BylineReader.Read(line.Text));
            else remaining.Add(line);
        }
        return new SortedHead([.. remaining], margin);
    }

    private static bool IsNameAboveDate(PageLine line, List<PageLine> above, int dateGroup) =>
        above.Count > 0 && line.Group == dateGroup && above[^1].Group != dateGroup && BylineReader.ReadsAsNames(line);

    private sealed record SortedHead(PageLine[] Remaining, Margin Margin);
}
