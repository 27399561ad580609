namespace Cms.Ingestion;

/// <summary>A document as it is known before it is read.</summary>
internal sealed record KnownSource
{
    public required string SourceKey { get; init; }
    public required byte[] ByteHash { get; init; }

    /// <summary>True while it is missing or in quarantine.</summary>
    public required bool IsOut { get; init; }
}

/// <summary>A document as the last run left it, and its article as it is now.</summary>
internal sealed record StoredSource
{
    public required Guid Id { get; init; }
    public required string SourceKey { get; init; }
    public required string ContentHash { get; init; }
    public required Guid ArticleId { get; init; }
    public required int Revision { get; init; }
    public Guid? DuplicateOf { get; init; }
    public required int Version { get; init; }
    public required string Status { get; init; }
    public required bool IsTrashed { get; init; }

    /// <summary>True when a person changed the article after the last ingestion did.</summary>
    public required bool IsEdited { get; init; }
}

/// <summary>The first document that carries a story.</summary>
internal sealed record FirstSource
{
    public required string ContentHash { get; init; }
    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required int Revision { get; init; }
}

/// <summary>A document that is gone.</summary>
internal sealed record MissingSource
{
    public required string SourceKey { get; init; }
    public required string File { get; init; }
    public required Guid ArticleId { get; init; }
}
