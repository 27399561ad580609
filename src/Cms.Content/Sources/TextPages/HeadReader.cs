namespace Cms.Content.Sources.TextPages;

/// <summary>Reads the head of a story from the place of its date.</summary>
internal static class HeadReader
{
    private const int LongestHeadline = 300;
    private const int LongestSentence = 200;
    private const int DeepestHeadline = 20;
    private const int LongestKicker = 2;
    private const int LongestDeck = 400;

    /// <summary>True unless the line is too long for a headline.</summary>
    public static bool CanBeHeadline(PageLine line) => line.Text.Length <= LongestHeadline;

    /// <summary>The head of a story with a date below its headline; null when no line above the date can be the headline.</summary>
    public static StoryHead? AroundDate(DateBlock date, PageLine[] story, Margin margin, ReadingContext context)
    {
        var above = LinesAboveDate.Read(story[..date.Start], margin, story[date.Start].Group, context);
        if (above.Remaining is not [var first, ..]) return null;

        var kicker = above.Remaining.Length > 1 && first.WordCount <= LongestKicker ? first : null;
        var headline = kicker is null ? first : above.Remaining[1];
        if (!CanBeHeadline(headline)) return null;

        var further = above.Remaining.Where(line => line != kicker && line != headline).ToArray();
        if (date.End == story.Length)
        {
            return new StoryHead { Headline = headline, Kicker = kicker?.Text, Date = date, Margin = above.Margin, Body = further };
        }
        var deck = further is [var second, ..] && second.Text.Length <= LongestDeck ? second : null;
        var margins = further.Where(line => line != deck).Aggregate(above.Margin, (all, line) => all.Add(line, LeadKind.Unclassified));
        var below = MetaReader.Read(Below(story, date.End, headline, story[date.End - 1].Group, margins, context));
        return new StoryHead
        {
            Headline = headline,
            Kicker = kicker?.Text,
            Deck = deck?.Text,
            Date = date.Updated is null ? date.WithUpdate(below.Updated) : date,
            Margin = below.Margin,
            Body = below.Lines[below.At..],
        };
    }

    /// <summary>The head of a story without a date below its headline: the first line is the headline, a known section aside.</summary>
    public static StoryHead? WithoutOwnDate(
        DateBlock? pageDate, int? pageDateGroup, PageLine[] story, bool hasMasthead, Margin margin, ReadingContext context)
    {
        var at = 0;
        while (at + 1 < Math.Min(story.Length, DeepestHeadline) && NotYetHeadline(story[at], margin, context) is { } further)
        {
            margin = further;
            at++;
        }
        var headline = story[at];
        var below = MetaReader.Read(Below(story, at + 1, headline, pageDateGroup, margin, context));
        var isAnchored = hasMasthead || pageDate is not null || below.Margin.Byline is not null;
        if (!CanBeHeadline(headline) || (!isAnchored && headline.Text.Length > LongestSentence && headline.EndsSentence)) return null;

        return new StoryHead
        {
            Headline = headline,
            Date = pageDate?.WithUpdate(below.Updated) ?? below.Updated,
            HasPageDateOnly = pageDate is not null,
            Margin = below.Margin,
            Body = below.Lines[below.At..],
        };
    }

    private static Margin? NotYetHeadline(PageLine line, Margin margin, ReadingContext context) =>
        Furniture.IsAboveStory(line) ? margin.Drop(line)
        : Sections.Find(line.Folded, context) is { } section ? margin with { Section = section }
        : null;

    private static MetaState Below(PageLine[] story, int from, PageLine headline, int? dateGroup, Margin margin, ReadingContext context) => new()
    {
        Lines = story[from..],
        Headline = headline,
        DateGroup = dateGroup,
        PreviousGroup = dateGroup ?? headline.Group,
        Context = context,
        Margin = margin,
    };
}
