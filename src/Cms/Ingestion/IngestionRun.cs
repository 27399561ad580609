namespace Cms.Ingestion;

/// <summary>A run under way.</summary>
internal sealed record IngestionRun
{
    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }

    /// <summary>`folder`, or `upload` for a document that was sent.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }
    public required string Origin { get; init; }
    public required bool Publishes { get; init; }
}
