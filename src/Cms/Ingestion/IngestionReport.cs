namespace Cms.Ingestion;

/// <summary>One run over source documents, and how many of them came to what.</summary>
internal sealed record IngestionReport
{
    /// <summary>The stable id, a UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The publication that the stories belong to.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>`folder` for a run over a folder or file of the server's machine, `upload` for a document that was sent.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the folder or file, or the one that was sent with the document.</summary>
    public required string Name { get; init; }

    /// <summary>`running`, `completed`, `interrupted` (the next run goes on) or `failed`.</summary>
    public required IngestionState State { get; init; }

    /// <summary>The version of the reader that read the documents.</summary>
    public required int ParserVersion { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the run ended; null while it runs.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How long the run took, in milliseconds; null while it runs.</summary>
    public required long? Milliseconds { get; init; }

    /// <summary>How many documents came to what.</summary>
    public required IngestionCounts Counts { get; init; }
}

/// <summary>Where a run stands.</summary>
internal enum IngestionState
{
    /// <summary>Documents are being read.</summary>
    Running,

    /// <summary>Every document has been looked at.</summary>
    Completed,

    /// <summary>The run was cut off; the next one goes on.</summary>
    Interrupted,

    /// <summary>The run could not go on.</summary>
    Failed,
}

/// <summary>How many documents of a run came to what.</summary>
internal sealed record IngestionCounts
{
    /// <summary>All documents looked at.</summary>
    public required int Seen { get; init; }

    /// <summary>Became new stories.</summary>
    public required int Created { get; init; }

    /// <summary>Had changed, and made a new revision of their story.</summary>
    public required int Updated { get; init; }

    /// <summary>Were as the last run left them.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Carry a story that another document brought first.</summary>
    public required int Duplicate { get; init; }

    /// <summary>Had changed, but an editor had changed their story too: their version waits.</summary>
    public required int Conflict { get; init; }

    /// <summary>Could not be read.</summary>
    public required int Rejected { get; init; }

    /// <summary>Were there before and are gone; their stories stay.</summary>
    public required int Missing { get; init; }
}
