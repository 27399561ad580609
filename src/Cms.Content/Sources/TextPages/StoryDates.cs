using Cms.Content.Dates;

namespace Cms.Content.Sources.TextPages;

/// <summary>The dates of a story as they are understood, and whether a person must look at them.</summary>
internal sealed record StoryDates
{
    public PrintedDate? Published { get; init; }

    public PrintedDate? Updated { get; init; }

    public bool HeldAsDraft { get; init; }

    public required IReadOnlyList<SourceWarning> Warnings { get; init; }

    public static StoryDates Reckon(StoryHead head, ReadingContext context)
    {
        var published = head.Date?.Published is { } day ? DateReckoning.Reckon(day, head.Date.PublishedLine, context) : null;
        var updated = head.Date?.Updated is { } change ? DateReckoning.Reckon(change, head.Date.UpdatedLine, context) : null;
        List<SourceWarning> warnings = [.. published?.Warnings ?? []];
        warnings.AddRange(updated?.Warnings.Where(warning => !warnings.Exists(said => said.Code == warning.Code)) ?? []);
        if (published is null)
        {
            const string Expected = "a line with the day of publication";
            warnings.Add(new SourceWarning("W_NO_DATE", null, Found.Instead(Expected, "none in the story headed", head.Headline.Text)));
        }
        else if (head.HasPageDateOnly)
        {
            warnings.Add(new SourceWarning(
                "W_PAGE_DATE",
                head.Date!.PublishedLine,
                Found.Instead("the story's date below its headline", "only the page's date above it:", head.Date.Published!.Printed)));
        }
        return new StoryDates
        {
            Published = published?.Date,
            Updated = updated?.Date,
            HeldAsDraft = published is null || published.HeldAsDraft || updated is { HeldAsDraft: true },
            Warnings = warnings,
        };
    }
}
