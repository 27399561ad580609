using System.Text;
using Cms.Content.Bodies;
using Cms.Content.Text;

namespace Cms.Benchmarks.Archive;

/// <summary>One story of the archive, as it is stored.</summary>
internal sealed record ArchiveStory
{
    private static readonly DateTime Newest = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public Guid Id { get; } = Guid.CreateVersion7();
    public required string Headline { get; init; }
    public required string Slug { get; init; }
    public required string Deck { get; init; }
    public required string Byline { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required IReadOnlyList<Block> Body { get; init; }
    public required Guid Section { get; init; }
    public required Guid[] Authors { get; init; }
    public required Guid[] Tags { get; init; }

    public string BodyAsJson => Encoding.UTF8.GetString(BodyJson.Write(Body));
    public string Excerpt => Words.Excerpt(BodyText.FirstParagraph(Body)!);
    public static string Masthead => """[{"role":"Supervisor","name":"Elham AbolFateh"},{"role":"Editor in Chief","name":"Mohamed Wadie"}]""";

    public string Source =>
        $$"""
        {"kind":"textPage","key":"{{Id:N}}","file":"{{Slug}}.txt","publishedAtPrinted":"Mon 28 Sep 2020 | 11:15 AM","publishedAtPrecision":"minute","updatedAtPrinted":null,"timeZone":"Africa/Cairo","timeZoneAssumed":true,"warnings":["W_ZONE_ASSUMED"]}
        """;

    /// <summary>A story of about 400 words in eight paragraphs; the lower its number, the newer it is.</summary>
    public static ArchiveStory Write(int number, GeneratedText text, ArchiveFiling filing)
    {
        var headline = text.Title(9);
        return new()
        {
            Headline = headline,
            Slug = Slugs.From($"{number} {headline}"),
            Deck = text.Paragraph(12),
            Byline = $"By {text.Title(2)}",
            PublishedAt = Newest.AddMinutes(-37 * number),
            Body = [.. Enumerable.Range(1, 8).Select(place => new ParagraphBlock { Id = $"b{place}", Content = [new Run { Text = text.Paragraph(45) }] })],
            Section = text.Random.GetItems(filing.Sections, 1)[0],
            Authors = [.. text.Random.GetItems(filing.Contributors, text.Random.Next(1, 3)).Distinct()],
            Tags = filing.TagsOf(number, text.Random),
        };
    }
}
