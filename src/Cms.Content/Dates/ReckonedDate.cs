using Cms.Content.Sources;

namespace Cms.Content.Dates;

/// <summary>A reckoned date and what there is to say about it.</summary>
public sealed record ReckonedDate
{
    /// <summary>The date; null when the page prints an impossible one.</summary>
    public PrintedDate? Date { get; init; }

    /// <summary>True when a person must look at the date before the story is published.</summary>
    public bool HeldAsDraft { get; init; }

    /// <summary>What was noticed.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];
}
