using Cms.Content.Bodies;
using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources;

/// <summary>Reads the text scrape of an article page, as a careful sub-editor would: in doubt the words stay and a warning is left.</summary>
public static class TextPageReader
{
    /// <summary>Counts up whenever the same bytes would be read differently.</summary>
    public const int ParserVersion = 1;

    /// <summary>Lines of a page at most; what has more is no page, and reading it would hold up the others.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Reads a document; the outcome is a manuscript or the reason why there is none, never an exception.</summary>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        var source = SourceText.Decode(bytes);
        if (source.Refusal is not null) return new Reading(null, source.Refusal);

        if (source.Lines.Count > MaxLines)
        {
            return new Reading(null, new SourceRefusal(
                "E_TOO_LARGE", MaxLines + 1, null, null, $"Expected at most {MaxLines} lines, found {source.Lines.Count}."));
        }

        var lines = PageLine.Of(source.Lines);
        var opening = PageOpeningReader.Read(lines, context);
        var head = StoryHeadReader.Read(opening, context);
        if (head is null) return Refused("E_NO_TITLE", opening.Story.FirstOrDefault() ?? lines.LastOrDefault(), "a headline");

        var footer = FooterReader.Read(head.Body, opening.Masthead);
        var body = BodyReader.Read(head.Margin.Lead, footer.Story);
        if (body.Blocks.Count == 0) return Refused("E_NO_BODY", head.Headline, "a paragraph below the headline");

        var date = StoryDates.Reckon(head, context);
        SourceWarning[] warnings =
        [
            .. source.Warnings, .. opening.Warnings, .. Removed([.. head.Margin.Furniture, .. footer.Furniture]), .. date.Warnings, .. body.Warnings,
        ];
        var manuscript = Write(opening, head, footer, body, date, context);
        return new Reading(manuscript with { Warnings = [.. warnings.OrderBy(warning => warning.Line ?? 0)] }, null);
    }

    private static Manuscript Write(PageOpening opening, StoryHead head, Footer footer, PageBody body, StoryDates date, ReadingContext context)
    {
        var dateline = body.FirstParagraph is null ? null : DatelineReader.Read(body.FirstParagraph);
        var language = Languages.Detect($"{head.Headline.Text}\n{string.Join('\n', body.Blocks.Select(TextOf))}", context.DefaultLanguage);
        return new Manuscript
        {
            Headline = head.Headline.Text,
            Kicker = head.Kicker,
            Deck = head.Deck,
            Dateline = dateline?.Printed,
            Section = head.Margin.Section,
            PublicationName = opening.PublicationName,
            // A page may print some of its offices at its head and some at its foot.
            Masthead = [.. opening.Masthead.Concat(footer.Masthead).DistinctBy(office => FoldedText.Fold($"{office.Role}|{office.Name}"))],
            Byline = head.Margin.Byline?.Raw,
            Authors = head.Margin.Byline?.Authors ?? [],
            Agency = head.Margin.Agency ?? dateline?.Agency,
            Published = date.Published,
            Updated = date.Updated,
            Language = language,
            Direction = Languages.DirectionOf(language),
            Body = body.Blocks,
            Tags = footer.Tags,
            HeldAsDraft = date.HeldAsDraft,
            ContentHash = ContentHash.Of(head.Headline.Text, date.Published, head.Margin.Byline?.Raw, body.Blocks),
        };
    }

    private static string TextOf(Block block) => block switch
    {
        ParagraphBlock paragraph => string.Concat(paragraph.Content.Select(run => run.Text)),
        HeadingBlock heading => string.Concat(heading.Content.Select(run => run.Text)),
        ListBlock list => string.Join('\n', list.Items.SelectMany(item => item.Content).Select(run => run.Text)),
        _ => "",
    };

    private static IEnumerable<SourceWarning> Removed(PageLine[] furniture) => furniture.MinBy(line => line.Number) is { } first
        ? [new SourceWarning("W_FURNITURE", first.Number, Found.Instead("the story", $"furniture ({furniture.Length} lines, left out)", first.Text))]
        : [];

    private static Reading Refused(string code, PageLine? line, string expected) =>
        new(null, new SourceRefusal(code, line?.Number, null, null, Found.Instead(expected, "only", line?.Text ?? "")));
}
