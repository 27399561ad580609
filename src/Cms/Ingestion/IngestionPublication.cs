using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>The publication that a run belongs to, and what readers of its pages must know of it.</summary>
internal sealed record IngestionPublication(Guid Id, ReadingContext Context);
