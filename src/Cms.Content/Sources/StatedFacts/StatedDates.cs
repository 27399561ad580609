using Cms.Content.Dates;
using Cms.Content.Sources.TextPages;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Reckons the dates that a document states.</summary>
internal static class StatedDates
{
    public static StoryDates Reckon(StoryFacts facts, string headline, ReadingContext context)
    {
        var published = Reckon(facts.Published, context);
        var updated = Reckon(facts.Updated, context);
        List<SourceWarning> warnings = [.. published?.Warnings ?? []];
        warnings.AddRange(updated?.Warnings.Where(warning => !warnings.Exists(said => said.Code == warning.Code)) ?? []);
        if (published is null)
        {
            warnings.Add(new SourceWarning("W_NO_DATE", null, Found.Instead("a day of publication", "none in the story headed", headline)));
        }
        return new StoryDates
        {
            Published = published?.Date,
            Updated = updated?.Date,
            HeldAsDraft = published is null || published.HeldAsDraft || updated is { HeldAsDraft: true },
            Warnings = warnings,
        };
    }

    private static ReckonedDate? Reckon(StatedValue? stated, ReadingContext context) =>
        StatedDate.Read(stated) is { } line ? DateReckoning.Reckon(line, stated!.Line, context) : null;
}
