namespace Cms.Content.Sources.TextPages;

/// <summary>Anchors the story at its date line and reads what stands above and below it.</summary>
internal static class StoryHeadReader
{
    private const int MostLooks = 20;

    /// <summary>The head of the story; null when no line can be its headline.</summary>
    public static StoryHead? Read(PageOpening opening, ReadingContext context)
    {
        var pageDate = opening.PageDates.Length > 0 ? DateBlock.ReadAt(opening.PageDates, 0) : null;
        var story = opening.Story;
        var margin = new Margin();
        int? pageDateGroup = null;
        for (var look = 0; look < MostLooks && story.Length > 0; look++)
        {
            if (Furniture.IsAboveStory(story[0]))
            {
                var furniture = story.TakeWhile(Furniture.IsAboveStory).ToArray();
                margin = margin.Drop(furniture);
                story = story[furniture.Length..];
            }
            else if (DateBlock.ReadAt(story, 0) is { } above)
            {
                pageDate = above;
                pageDateGroup = story[above.End - 1].Group;
                story = story[above.End..];
            }
            else if (story[0].ReadDate() is not null)
            {
                story = story[1..];
            }
            else if (DateBlock.Find(story) is { } block && IsPageDateBelowCaptions(story, block))
            {
                pageDate = block;
                margin = story[..block.Start].Aggregate(margin, (all, line) => IsShareLine(line) ? all.Drop(line) : all.Add(line, LeadKind.Caption));
                story = story[block.End..];
            }
            else
            {
                break;
            }
        }
        if (story.Length == 0) return null;
        return DateBlock.Find(story) is { } own
            ? HeadReader.AroundDate(own, story, margin, context)
            : HeadReader.WithoutOwnDate(pageDate, pageDateGroup, story, opening.Masthead.Count > 0, margin, context);
    }

    // A picture's caption and a share link may stand above the page's date, and the headline below it.
    private static bool IsPageDateBelowCaptions(PageLine[] story, DateBlock block) =>
        story[..block.Start].All(line => IsShareLine(line) || BlockClassifier.IsCreditedCaption(line.Text))
        && block.End + 1 < story.Length
        && HeadReader.CanBeHeadline(story[block.End])
        && !story[block.End].EndsSentence;

    private static bool IsShareLine(PageLine line) => Furniture.IsAboveStory(line) || BlockClassifier.IsAddress(line.Text);
}
