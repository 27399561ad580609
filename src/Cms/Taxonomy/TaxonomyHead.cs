namespace Cms.Taxonomy;

/// <summary>What everything that a story is filed under has in common.</summary>
internal abstract record TaxonomyHead
{
    protected TaxonomyHead(TaxonomyRow row)
    {
        Id = row.Id;
        Slug = row.Slug;
        Name = row.Name;
        Version = row.Version;
        CreatedAt = row.CreatedAt;
        UpdatedAt = row.UpdatedAt;
    }

    /// <summary>The stable id, a UUIDv7.</summary>
    public Guid Id { get; }

    /// <summary>The slug: unique among publications, or within the publication.</summary>
    public string Slug { get; }

    /// <summary>The name as shown to readers.</summary>
    public string Name { get; }

    /// <summary>Grows by one on every change; leads the ETag.</summary>
    public int Version { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; }
}
