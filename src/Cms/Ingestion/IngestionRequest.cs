namespace Cms.Ingestion;

/// <summary>What a run is to do.</summary>
internal sealed record IngestionRequest
{
    public required SeedFolder Folder { get; init; }

    /// <summary>True when stories go out at once; false when they enter as drafts.</summary>
    public required bool Publishes { get; init; }

    /// <summary>Hears of each document that was rejected.</summary>
    public required Action<DocumentOutcome> OnRejected { get; init; }
}
