using System.Text.Json.Serialization;

namespace Cms.Taxonomy;

/// <summary>What everything that a story is filed under has in common: what identifies it is written first, its history last.</summary>
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
    [JsonPropertyOrder(-1)]
    public Guid Id { get; }

    /// <summary>The slug: unique among publications, or within the publication.</summary>
    [JsonPropertyOrder(-1)]
    public string Slug { get; }

    /// <summary>The name as shown to readers.</summary>
    [JsonPropertyOrder(-1)]
    public string Name { get; }

    /// <summary>Grows by one on every change; leads the ETag.</summary>
    [JsonPropertyOrder(1)]
    public int Version { get; }

    /// <summary>When it was made.</summary>
    [JsonPropertyOrder(1)]
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyOrder(1)]
    public DateTimeOffset UpdatedAt { get; }
}
