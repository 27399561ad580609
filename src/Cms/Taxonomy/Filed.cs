namespace Cms.Taxonomy;

/// <summary>What a request's filters refer to, each by slug or id.</summary>
internal sealed record FilingReferences
{
    public string? Publication { get; init; }
    public string? Section { get; init; }
    public string? Author { get; init; }
    public string[] Tags { get; init; } = [];
    public string[] TagsAny { get; init; } = [];

    /// <summary>True when a date alone is named, which the publication's zone turns into an instant.</summary>
    public bool NamesDate { get; init; }

    public Guid? PublicationId => TaxonomyAddress.IdOf(Publication);
    public Guid? SectionId => TaxonomyAddress.IdOf(Section);
    public Guid? AuthorId => TaxonomyAddress.IdOf(Author);
    public Guid?[] TagIds => [.. Tags.Select(TaxonomyAddress.IdOf)];
    public Guid?[] TagsAnyIds => [.. TagsAny.Select(TaxonomyAddress.IdOf)];

    /// <summary>True when there is nothing to look up.</summary>
    public bool IsEmpty => this is { Publication: null, Section: null, Author: null, Tags: [], TagsAny: [], NamesDate: false };
}

/// <summary>What the references turned out to be.</summary>
internal sealed record Filed
{
    /// <summary>Nothing was referred to.</summary>
    public static readonly Filed Nowhere = new();

    /// <summary>True when something does not exist, so that nothing can match.</summary>
    public bool IsUnknown { get; init; }

    public Guid? PublicationId { get; init; }

    /// <summary>The publication's zone.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The section, all below it, and what was merged into them.</summary>
    public IReadOnlyList<Guid> Sections { get; init; } = [];

    public Guid? Author { get; init; }

    /// <summary>The tags, of which an article must have all.</summary>
    public IReadOnlyList<Guid> Tags { get; init; } = [];

    /// <summary>The tags, of which an article must have one.</summary>
    public IReadOnlyList<Guid> TagsAny { get; init; } = [];

    /// <summary>All that was referred to.</summary>
    public IEnumerable<Guid> Ids => new[] { PublicationId, Author }.OfType<Guid>().Concat(Sections).Concat(Tags).Concat(TagsAny);
}
