namespace Cms.Tests.Harness;

/// <summary>A story as a test wants it; what a test does not say is made up.</summary>
public sealed record Story
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Headline { get; init; } = "A story";
    public string? Slug { get; init; }
    public string Language { get; init; } = "en";
    public string? Genre { get; init; }
    public string? Deck { get; init; }
    public string? Byline { get; init; }
    public string[] Paragraphs { get; init; } = ["One paragraph of text."];
    public DateTime? PublishedAt { get; init; } = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    public DateTime UpdatedAt { get; init; } = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    public Guid? SectionId { get; init; }
    public Guid[] AuthorIds { get; init; } = [];
    public Guid[] TagIds { get; init; } = [];
    public Guid? PublicationId { get; init; }
    public Guid? TranslationGroup { get; init; }
    public bool IsPublished { get; init; } = true;
}
