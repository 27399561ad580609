namespace Cms.Ingestion;

/// <summary>A run under way.</summary>
internal sealed record IngestionRun
{
    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }
    public required string Name { get; init; }
    public required string Origin { get; init; }
    public required bool Publishes { get; init; }
}
