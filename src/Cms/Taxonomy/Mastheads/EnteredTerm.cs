namespace Cms.Taxonomy.Mastheads;

/// <summary>What an editor says of an office: who held it, and when. It wins over what pages print.</summary>
internal sealed record EnteredTerm
{
    public EnteredTerm(MastheadEntryRow row)
    {
        Id = row.Id;
        Role = row.Role;
        Name = row.Name;
        From = row.From;
        Until = row.Until;
        Version = row.Version;
        CreatedAt = row.CreatedAt;
        UpdatedAt = row.UpdatedAt;
    }

    /// <summary>The stable id, a UUIDv7.</summary>
    public Guid Id { get; }

    /// <summary>The office, as pages print it.</summary>
    public string Role { get; }

    /// <summary>Who holds it.</summary>
    public string Name { get; }

    /// <summary>The first day of the term.</summary>
    public DateOnly From { get; }

    /// <summary>The first day that is no longer part of the term; null while it lasts.</summary>
    public DateOnly? Until { get; }

    /// <summary>Grows by one on every change; leads the ETag.</summary>
    public int Version { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; }
}

/// <summary>An entry as stored.</summary>
internal sealed record MastheadEntryRow
{
    public required Guid Id { get; init; }
    public required string Role { get; init; }
    public required string Name { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public required int Version { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
}
