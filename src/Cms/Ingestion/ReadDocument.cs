using Cms.Articles;
using Cms.Content.Sources;
using Cms.Taxonomy;

namespace Cms.Ingestion;

/// <summary>A document that has been read: a story to write, or the reason why there is none.</summary>
internal sealed record ReadDocument
{
    public required SourceFile File { get; init; }

    /// <summary>The bytes; empty when they could not be had.</summary>
    public required byte[] Raw { get; init; }

    /// <summary>SHA-256 of the bytes; empty when they could not be had.</summary>
    public required byte[] ByteHash { get; init; }

    public Manuscript? Manuscript { get; init; }
    public SourceRefusal? Refusal { get; init; }

    /// <summary>The story as it will be written, but for what it is filed under and the version that it follows.</summary>
    public ArticleDraft? Draft { get; init; }

    public Filing? Filing { get; init; }
}

/// <summary>Up to 500 neighbours of a run, read.</summary>
internal sealed record SourceBatch
{
    /// <summary>Documents with something new, in order.</summary>
    public required IReadOnlyList<ReadDocument> Documents { get; init; }

    /// <summary>Documents whose bytes are known, so that they were not read.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Keys of those among them that had been missing, or quarantined in another version.</summary>
    public required IReadOnlyList<string> Recovered { get; init; }

    /// <summary>Files that were still growing and wait for the next run.</summary>
    public required int Growing { get; init; }
}
