using Cms.Content.Bodies;
using Cms.Content.Dates;
using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Takes off a body's top what the page says there once more: headline, deck, section, byline, date.</summary>
internal static class LeadingRepeats
{
    private const int LongestRepeat = 600;
    private const int Deepest = 12;

    public static IReadOnlyList<Block> Drop(IReadOnlyList<Block> blocks, StoryFacts facts, Byline? byline)
    {
        string?[] said = [facts.Headline?.Stored, facts.Kicker, facts.Deck, facts.Section, byline?.Raw, facts.PublicationName];
        var repeats = said.OfType<string>().Select(Normalization.ForMatching).ToHashSet(StringComparer.Ordinal);
        var kept = new List<Block>(blocks.Count);
        var at = 0;
        for (; at < Math.Min(blocks.Count, Deepest); at++)
        {
            var text = TextOf(blocks[at]);
            if (text is not null && !IsRepeat(text, repeats, facts, byline)) break;
            if (text is null) kept.Add(blocks[at]);
        }
        return [.. kept, .. blocks.Skip(at)];
    }

    // Pictures and lines between the repeats are passed over.
    private static string? TextOf(Block block) => block switch
    {
        ParagraphBlock { Role: null } paragraph => string.Concat(paragraph.Content.Select(run => run.Text)),
        HeadingBlock heading => string.Concat(heading.Content.Select(run => run.Text)),
        ImageBlock or DividerBlock or EmbedBlock => null,
        _ => "",
    };

    private static bool IsRepeat(string text, HashSet<string> repeats, StoryFacts facts, Byline? byline)
    {
        if (text.Length is 0 or > LongestRepeat) return false;
        var stored = Normalization.ForStoring(text);
        if (stored.Length == 0) return false;
        var line = PageLine.Of([new SourceLine(1, stored, Normalization.ForMatching(stored), 0, stored.Length)])[0];
        if (repeats.Contains(Normalization.ForMatching(stored))) return true;
        if (facts.Published is not null && DateLine.TryRead(stored) is { WordsLeft: 0 }) return true;
        return byline is not null && Markers.TakeByline(line) is { } credit && FoldedText.Fold(credit) == FoldedText.Fold(byline.Raw);
    }
}
