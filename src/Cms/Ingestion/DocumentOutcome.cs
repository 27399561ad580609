using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>What became of one document.</summary>
internal sealed record DocumentOutcome
{
    public const string Created = "created";
    public const string Updated = "updated";
    public const string Unchanged = "unchanged";
    public const string Duplicate = "duplicate";
    public const string Conflict = "conflict";
    public const string Rejected = "rejected";
    public const string Missing = "missing";

    public required int Number { get; init; }
    public required string File { get; init; }
    public required string SourceKey { get; init; }

    /// <summary>One of the words above.</summary>
    public required string Outcome { get; init; }

    public SourceRefusal? Refusal { get; init; }

    /// <summary>A code of ours where it is not a refusal's, and a sentence for it.</summary>
    public string? Code { get; init; }

    public string? Detail { get; init; }
    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];
    public Guid? ArticleId { get; init; }

    /// <summary>As a compiler would say it: `file:line code reason`. A file's name may hold anything; a log line may not.</summary>
    public override string ToString()
    {
        var file = string.Concat(File.Select(letter => char.IsControl(letter) ? '?' : letter));
        return $"{file}{(Refusal?.Line is { } line ? $":{line}" : "")} {Refusal?.Code ?? Code} {Refusal?.Detail ?? Detail}";
    }
}
