using Cms.Articles;

namespace Cms.Ingestion;

/// <summary>What is going to happen to a document that could be read.</summary>
internal sealed record PlannedDocument
{
    public required ReadDocument Read { get; init; }

    /// <summary>One of the words of <see cref="DocumentOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The document's row, new or known.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The story that carries its content.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The story's revision that carries it; known once it is saved.</summary>
    public required int Revision { get; init; }

    public Guid? DuplicateOf { get; init; }

    /// <summary>What is to be saved, or kept as pending; null when the story stays as it is.</summary>
    public ArticleDraft? Draft { get; init; }

    /// <summary>True when readers are to see the new revision.</summary>
    public bool IsPublished { get; init; }

    /// <summary>True when ingestion writes the article itself.</summary>
    public bool IsWritten => Outcome is DocumentOutcome.Created or DocumentOutcome.Updated;

    public DocumentOutcome ToOutcome() => new()
    {
        Number = Read.File.Number,
        File = Read.File.Name,
        SourceKey = Read.File.Key,
        Outcome = Outcome,
        Code = Outcome == DocumentOutcome.Conflict ? "W_CONFLICT" : null,
        Detail = Outcome switch
        {
            DocumentOutcome.Conflict => "An editor changed the story after the last ingestion: that version stays, this one waits as pending.",
            DocumentOutcome.Duplicate => "Another document carries the same story.",
            _ => null,
        },
        Warnings = Read.Manuscript!.Warnings,
        ArticleId = ArticleId,
    };
}
