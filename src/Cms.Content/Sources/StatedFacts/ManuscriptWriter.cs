using System.Globalization;
using Cms.Content.Bodies;
using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Makes a manuscript of what a document states and of its body, or says why there is none.</summary>
internal static class ManuscriptWriter
{
    private const int LongestHeadline = 500;

    /// <summary>Writes the manuscript.</summary>
    /// <param name="facts">What the document states.</param>
    /// <param name="body">The blocks, in the form in which sources are stored.</param>
    /// <param name="context">The publication.</param>
    /// <param name="warnings">What was noticed on the way; more may be added.</param>
    public static Reading Write(StoryFacts facts, IReadOnlyList<Block> body, ReadingContext context, List<SourceWarning> warnings)
    {
        if (facts.Headline?.Stored is not { } headline) return Refused("E_NO_TITLE", null, "Expected a headline; found none.");
        if (headline.Length > LongestHeadline)
        {
            return Refused("E_TOO_LARGE", facts.Headline.Line, string.Create(
                CultureInfo.InvariantCulture, $"Expected a headline of at most {LongestHeadline} characters, found {headline.Length}."));
        }
        var byline = StatedCredits.Read(facts.Credits, warnings);
        var blocks = LeadingRepeats.Drop(body, facts, byline);
        if (!blocks.Any(block => block is not DividerBlock))
        {
            return Refused("E_NO_BODY", facts.Headline.Line, Found.Instead("a paragraph below the headline", "only", headline));
        }
        if (BodyRules.Check(blocks).FirstOrDefault() is { } fault)
        {
            return Refused("E_TOO_LARGE", null, $"Expected a body within the limits, found at {fault.Pointer}: {fault.Detail}");
        }
        var date = StatedDates.Reckon(facts, headline, context);
        warnings.AddRange(date.Warnings);
        if (facts.DraftLine is { } line)
        {
            warnings.Add(new SourceWarning("W_DRAFT", line, "The document calls itself a draft; the story waits as one."));
        }
        var manuscript = Fill(facts, headline, byline, blocks, date, StatedLanguage.Of(facts.Language, Prose(headline, blocks), context, warnings));
        return new Reading(manuscript with { Warnings = [.. warnings.OrderBy(warning => warning.Line ?? 0)] }, null);
    }

    private static Manuscript Fill(StoryFacts facts, string headline, Byline? byline, IReadOnlyList<Block> blocks, StoryDates date, string language)
    {
        var first = BodyText.FirstParagraph(blocks);
        var dateline = first is null ? null : DatelineReader.Read(first);
        var direction = Languages.DirectionOf(language);
        var body = StoredBody.In(blocks, direction);
        return new Manuscript
        {
            Headline = headline,
            Kicker = facts.Kicker,
            Deck = Repeats(facts.Deck, headline) || Opens(facts.Deck, first) ? null : facts.Deck,
            Dateline = dateline?.Printed,
            Section = facts.Section,
            PublicationName = facts.PublicationName,
            Byline = byline?.Raw,
            Authors = byline?.Authors ?? [],
            Agency = byline?.Agency ?? dateline?.Agency,
            Published = date.Published,
            Updated = date.Updated,
            Language = language,
            Direction = direction,
            Body = body,
            Slug = facts.Slug,
            CanonicalUrl = facts.CanonicalUrl,
            Image = facts.Image,
            Tags = facts.Tags,
            HeldAsDraft = date.HeldAsDraft || facts.DraftLine is not null,
            ContentHash = ContentHash.Of(headline, date.Published, byline?.Raw, body),
        };
    }

    private static string Prose(string headline, IReadOnlyList<Block> blocks) => $"{headline}\n{BodyText.Plain(blocks)}";

    private static bool Repeats(string? deck, string headline) => deck is not null && FoldedText.Fold(deck) == FoldedText.Fold(headline);

    // Descriptions are often the first paragraph's beginning, cut by a program: that is no deck.
    private static bool Opens(string? deck, string? paragraph) =>
        deck is not null && paragraph is not null
        && FoldedText.Fold(paragraph).StartsWith(FoldedText.Fold(deck).TrimEnd('.', '…', ' ', '[', ']'), StringComparison.Ordinal);

    private static Reading Refused(string code, int? line, string detail) => new(null, new SourceRefusal(code, line, null, null, detail));
}
