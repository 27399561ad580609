namespace Cms.Taxonomy;

/// <summary>
/// What every relation of the room has. The column lists of <see cref="TaxonomyRelations"/> are the member lists; JSON leaves as it is.
/// </summary>
internal abstract record TaxonomyRow
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required int Version { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The publication that the row belongs to; read for writes only.</summary>
    public Guid PublicationId { get; init; }

    /// <summary>Public stories; zero where it was not asked for.</summary>
    public long ArticleCount { get; init; }
}

internal sealed record PublicationRow : TaxonomyRow
{
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public string? SiteUrl { get; init; }
    public required string ArticlePath { get; init; }
    public required bool IsDefault { get; init; }
    public string? Masthead { get; init; }
}

internal sealed record ContributorRow : TaxonomyRow
{
    public required string Publication { get; init; }
    public required string Kind { get; init; }
    public string? Title { get; init; }
    public string? Bio { get; init; }
}

internal sealed record SectionRow : TaxonomyRow
{
    public required string Publication { get; init; }
    public string? Description { get; init; }
    public string? Parent { get; init; }
    public string? Children { get; init; }
}

internal sealed record TagRow : TaxonomyRow
{
    public required string Publication { get; init; }
    public string? Description { get; init; }
}
