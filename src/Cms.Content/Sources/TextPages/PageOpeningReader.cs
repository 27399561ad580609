namespace Cms.Content.Sources.TextPages;

/// <summary>Finds the masthead, at the top or below a ticker, and parts the page from the story there.</summary>
internal static class PageOpeningReader
{
    private const int DeepestMasthead = 60;
    private const int DeepestPageDate = 3;
    private const int LongestPublicationName = 6;

    public static PageOpening Read(PageLine[] lines, ReadingContext context)
    {
        if (FindMasthead(lines) is not { } masthead) return new PageOpening { Story = lines };

        var above = lines[..masthead.Start];
        var dates = above.Where(line => line.ReadDate() is not null).ToArray();
        var unknown = above.Except(dates).ToArray();
        var publication = PublicationName(unknown, above, lines[masthead.Start]);
        var preamble = publication is null ? unknown : [];
        var story = WithoutTicker(lines[EndOfRepeats(lines, masthead, publication)..], context, out var tickerBelow);
        return new PageOpening
        {
            PublicationName = publication?.Text,
            Masthead = masthead.Offices,
            PageDates = dates,
            Story = story,
            Warnings = [.. Dropped(preamble), .. tickerBelow],
        };
    }

    private static MastheadRun? FindMasthead(PageLine[] lines)
    {
        for (var at = 0; at < Math.Min(lines.Length, DeepestMasthead); at++)
        {
            var run = MastheadReader.ReadFrom(lines, at);
            if (!run.IsEmpty && (IsSurelyMasthead(lines, run) || HeadlineRemains(lines, run.End))) return run;
            if (lines[at].IsProse || Markers.TakeByline(lines[at]) is not null) return null;
            if (at >= DeepestPageDate && lines[at].ReadDate() is not null) return null;
        }
        return null;
    }

    // Two offices at the top can be nothing else; one could be the headline.
    private static bool IsSurelyMasthead(PageLine[] lines, MastheadRun run) =>
        run.Offices.Count > 1 && lines.Take(run.Start).All(line => line.ReadDate() is not null);

    private static bool HeadlineRemains(PageLine[] lines, int from)
    {
        var candidates = lines.Skip(from).SkipWhile(line => line.ReadDate() is not null || Furniture.IsAboveStory(line)).Take(2).ToArray();
        return candidates.Length == 2 && HeadReader.CanBeHeadline(candidates[0]) && Markers.TakeByline(candidates[0]) is null
            && !(candidates[0].IsProse && candidates[0].EndsSentence);
    }

    private static PageLine? PublicationName(PageLine[] unknown, PageLine[] above, PageLine firstRole) =>
        unknown is [var only] && only == above[0] && only.Group == firstRole.Group && only.WordCount <= LongestPublicationName ? only : null;

    private static int EndOfRepeats(PageLine[] lines, MastheadRun masthead, PageLine? publication)
    {
        var end = masthead.End;
        while (publication is not null && end < lines.Length && lines[end].Repeats(publication))
        {
            var again = MastheadReader.ReadFrom(lines, end + 1);
            if (again.IsEmpty) break;
            end = again.End;
        }
        return end;
    }

    // Below a masthead, three or more short lines above a known section's name are the headlines of other stories.
    private static PageLine[] WithoutTicker(PageLine[] story, ReadingContext context, out IReadOnlyList<SourceWarning> warnings)
    {
        warnings = [];
        for (var at = 0; at < Math.Min(story.Length - 2, DeepestMasthead); at++)
        {
            var line = story[at];
            if (line.EndsSentence || line.IsProse || Markers.TakeByline(line) is not null || (at > 1 && line.ReadDate() is not null)) return story;
            if (at < 3 || Sections.Find(line.Folded, context) is null) continue;

            var ticker = story[..at].Where(other => other.ReadDate() is null && !Furniture.IsAboveStory(other)).ToArray();
            if (ticker.Length < 3) return story;
            warnings = Dropped(ticker);
            return [.. story[..at].Where(line => line.ReadDate() is not null), .. story[at..]];
        }
        return story;
    }

    private static IReadOnlyList<SourceWarning> Dropped(PageLine[] lines) => lines.Length == 0 ? [] :
    [
        new SourceWarning(
            "W_PREAMBLE",
            lines[0].Number,
            Found.Instead("the masthead or the headline", $"other lines of the page ({lines.Length}, left out):", lines[0].Text)),
    ];
}
