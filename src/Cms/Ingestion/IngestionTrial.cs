namespace Cms.Ingestion;

/// <summary>What a run would come to that was not made.</summary>
internal sealed record IngestionTrial
{
    /// <summary>The publication that the story would belong to.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>The name that was sent with the document.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the reader that read the document.</summary>
    public required int ParserVersion { get; init; }

    /// <summary>How many documents would come to what.</summary>
    public required IngestionCounts Counts { get; init; }

    /// <summary>What would become of the document; empty for one that is unchanged. A story that would be new has no id yet.</summary>
    public required IReadOnlyList<IngestionDocument> Documents { get; init; }

    public static IngestionTrial Of(IngestionReport report, IEnumerable<DocumentRow> documents) => new()
    {
        PublicationId = report.PublicationId,
        Name = report.Name,
        ParserVersion = report.ParserVersion,
        Counts = report.Counts,
        Documents =
        [
            .. documents.Select(row => row.ToDocument() with { ArticleId = row.Outcome == DocumentOutcome.Created ? null : row.ArticleId }),
        ],
    };
}
