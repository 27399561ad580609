namespace Cms.Ingestion;

/// <summary>One file that a run looks at.</summary>
internal sealed record SourceFile
{
    /// <summary>Its place in the run's order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name relative to the folder.</summary>
    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>What the document is known by, run after run.</summary>
    public required string Key { get; init; }

    /// <summary>The form in which it is read.</summary>
    public required SourceForm Form { get; init; }

    /// <summary>The size when the folder was listed.</summary>
    public required long Length { get; init; }

    public required DateTime ChangedAt { get; init; }

    /// <summary>The earlier file of the same run that has the same key; null when there is none.</summary>
    public string? NamesakeOf { get; init; }
}
