using System.Globalization;
using System.Text;
using Cms.Content.Bodies;
using Cms.Content.Sources;

namespace Cms.Content.Tests.Sources;

/// <summary>Reads pages that a test writes out, as of a day after all of them.</summary>
internal static class Pages
{
    public static readonly ReadingContext Cairo = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"),
        Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public static Reading Try(string page, ReadingContext? context = null) => TextPageReader.Read(Encoding.UTF8.GetBytes(page), context ?? Cairo);

    public static Manuscript Read(string page, ReadingContext? context = null) => Whole(Try(page, context));

    private static Manuscript Whole(Reading reading)
    {
        Assert.True(reading.Refusal is null, reading.Refusal?.ToString());
        return reading.Manuscript!;
    }

    public static Reading TryMarkdown(string page, ReadingContext? context = null) =>
        MarkdownPageReader.Read(Encoding.UTF8.GetBytes(page), context ?? Cairo);

    public static Reading TryHtml(string page, ReadingContext? context = null) => HtmlPageReader.Read(Encoding.UTF8.GetBytes(page), context ?? Cairo);

    public static Manuscript ReadMarkdown(string page) => Whole(TryMarkdown(page));

    public static Manuscript ReadHtml(string page) => Whole(TryHtml(page));

    /// <summary>The blocks as short lines: the kind, a colon, the text.</summary>
    public static string[] Outline(this Manuscript manuscript) => [.. manuscript.Body.Select(block => block switch
    {
        ParagraphBlock paragraph => $"{paragraph.Role ?? "p"}: {TextOf(paragraph.Content)}",
        HeadingBlock heading => $"h{heading.Level}: {TextOf(heading.Content)}",
        ListBlock list => $"{(list.Ordered ? $"ol{list.Start}" : "ul")}: {string.Join(" | ", list.Items.Select(item => TextOf(item.Content)))}",
        EmbedBlock embed => $"embed {embed.Provider}: {embed.Url}",
        _ => block.ToString(),
    })];

    /// <summary>Every field that is set, one on a line, then the blocks: what a test compares a whole page with.</summary>
    public static string Proof(this Manuscript manuscript)
    {
        (string Name, string? Value)[] fields =
        [
            ("publication", manuscript.PublicationName),
            ("masthead", Joined(manuscript.Offices())),
            ("section", manuscript.Section),
            ("kicker", manuscript.Kicker),
            ("headline", manuscript.Headline),
            ("deck", manuscript.Deck),
            ("byline", manuscript.Byline),
            ("authors", Joined(manuscript.Credits())),
            ("agency", manuscript.Agency),
            ("dateline", manuscript.Dateline),
            ("published", Printed(manuscript.Published)),
            ("updated", Printed(manuscript.Updated)),
            ("language", $"{manuscript.Language} {manuscript.Direction}"),
            ("slug", manuscript.Slug),
            ("canonical", manuscript.CanonicalUrl),
            ("image", manuscript.Image is { } image ? $"{image.Url} {image.Alt} {image.Caption} {image.Credit}".TrimEnd() : null),
            ("tags", Joined(manuscript.Tags)),
            ("draft", manuscript.HeldAsDraft ? "held" : null),
            ("warnings", Joined([.. manuscript.Warnings.Select(warning => warning.Code + (warning.Line is { } line ? $"@{line}" : ""))])),
        ];
        var lines = fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {field.Value}");
        return string.Join('\n', lines.Concat(manuscript.Outline()));
    }

    public static string[] Codes(this Manuscript manuscript) => [.. manuscript.Warnings.Select(warning => warning.Code)];

    public static string[] Offices(this Manuscript manuscript) => [.. manuscript.Masthead.Select(line => $"{line.Role} = {line.Name}")];

    public static string[] Credits(this Manuscript manuscript) =>
        [.. manuscript.Authors.Select(author => author.Title is null ? author.Name : $"{author.Name} ({author.Title})")];

    private static string? Joined(IReadOnlyList<string> parts) => parts.Count == 0 ? null : string.Join("; ", parts);

    private static string? Printed(PrintedDate? date) => date is null ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{date.Local:yyyy-MM-ddTHH:mm:ss} {date.Precision} {date.TimeZone}{(date.TimeZoneAssumed ? " assumed" : "")} = {date.Instant:u}");

    private static string TextOf(IReadOnlyList<Run> content) => string.Concat(content.Select(run => run.Text));
}
