namespace Cms.Ingestion;

/// <summary>A run as stored.</summary>
internal sealed record RunRow
{
    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string State { get; init; }
    public required int ParserVersion { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public long? Milliseconds { get; init; }
    public required int Seen { get; init; }
    public required int Created { get; init; }
    public required int Updated { get; init; }
    public required int Unchanged { get; init; }
    public required int Duplicate { get; init; }
    public required int Conflict { get; init; }
    public required int Rejected { get; init; }
    public required int Missing { get; init; }

    public IngestionReport ToReport() => new()
    {
        Id = Id,
        PublicationId = PublicationId,
        Kind = Kind,
        Name = Name,
        State = Enum.Parse<IngestionState>(State, ignoreCase: true),
        ParserVersion = ParserVersion,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        Milliseconds = Milliseconds,
        Counts = new IngestionCounts
        {
            Seen = Seen,
            Created = Created,
            Updated = Updated,
            Unchanged = Unchanged,
            Duplicate = Duplicate,
            Conflict = Conflict,
            Rejected = Rejected,
            Missing = Missing,
        },
    };
}

/// <summary>A document of a run as stored.</summary>
internal sealed record DocumentRow
{
    public required int Number { get; init; }
    public required string File { get; init; }
    public required string SourceKey { get; init; }
    public required string Outcome { get; init; }
    public int? Line { get; init; }
    public string? Code { get; init; }
    public string? Detail { get; init; }
    public required string Warnings { get; init; }
    public Guid? ArticleId { get; init; }

    public IngestionDocument ToDocument() => new()
    {
        Number = Number,
        File = File,
        SourceKey = SourceKey,
        Outcome = Enum.Parse<IngestionOutcome>(Outcome, ignoreCase: true),
        Line = Line,
        Code = Code,
        Detail = Detail,
        Warnings = new(Warnings),
        ArticleId = ArticleId,
    };
}
