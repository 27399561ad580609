using Cms.Http.Answers;

namespace Cms.Ingestion;

/// <summary>What became of one document of a run. Unchanged ones are counted, not listed.</summary>
internal sealed record IngestionDocument
{
    /// <summary>The document's place in the run, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name of its file.</summary>
    public required string File { get; init; }

    /// <summary>What identifies it in its publication.</summary>
    public required string SourceKey { get; init; }

    /// <summary>What became of it.</summary>
    public required IngestionOutcome Outcome { get; init; }

    /// <summary>The 1-based line of the file that the code is about; null when it is about the whole.</summary>
    public required int? Line { get; init; }

    /// <summary>A stable code: `E_…` for a refusal, `W_CONFLICT` for a conflict; null otherwise.</summary>
    public required string? Code { get; init; }

    /// <summary>What was expected and what was found, for people; null without a code.</summary>
    public required string? Detail { get; init; }

    /// <summary>What the reader noticed and got over.</summary>
    public required RawJson<IReadOnlyList<IngestionWarning>> Warnings { get; init; }

    /// <summary>The story; null for a document that was rejected.</summary>
    public required Guid? ArticleId { get; init; }
}

/// <summary>What became of a document.</summary>
internal enum IngestionOutcome
{
    /// <summary>It became a new story.</summary>
    Created,

    /// <summary>It made a new revision of its story.</summary>
    Updated,

    /// <summary>Another document brought its story first.</summary>
    Duplicate,

    /// <summary>An editor had changed its story: its version waits.</summary>
    Conflict,

    /// <summary>It could not be read.</summary>
    Rejected,

    /// <summary>It was there before and is gone; its story stays.</summary>
    Missing,
}

/// <summary>Something that a reader noticed and got over.</summary>
/// <param name="Code">A stable code, `W_…`.</param>
/// <param name="Line">The 1-based line of the file; null when it is about the whole.</param>
/// <param name="Detail">A sentence for people.</param>
internal sealed record IngestionWarning(string Code, int? Line, string Detail);
