namespace Cms.Taxonomy;

/// <summary>What a story is to be filed under, by name.</summary>
internal sealed record Filing
{
    public required Guid PublicationId { get; init; }
    public string? Section { get; init; }
    public IReadOnlyList<Credit> Credits { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>Someone to be credited.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="Role">What the contributor did, such as `author`.</param>
/// <param name="Title">The job printed with the name, kept with a contributor who is new.</param>
/// <param name="IsAgency">True for an agency or a paper.</param>
internal sealed record Credit(string Name, string Role, string? Title, bool IsAgency);

/// <summary>What the names turned out to be. A name that can have no slug is left out: it stays in the byline.</summary>
internal sealed record FiledStory
{
    public Guid? SectionId { get; init; }
    public required Guid[] AuthorIds { get; init; }
    public required string[] AuthorRoles { get; init; }
    public required Guid[] TagIds { get; init; }
}
