using Cms.Http.Problems;

namespace Cms.Articles.Bulk;

/// <summary>What came of each operation of a bulk request.</summary>
internal sealed record BulkResults
{
    /// <summary>One result for each operation, in their order.</summary>
    public required IReadOnlyList<BulkResult> Results { get; init; }
}

/// <summary>What came of one operation.</summary>
internal sealed record BulkResult
{
    /// <summary>The operation's place in the request, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The status that the operation would have been answered with alone.</summary>
    public required int Status { get; init; }

    /// <summary>The story's id; null when a story without one was not made.</summary>
    public required Guid? Id { get; init; }

    /// <summary>The story's ETag as it is now, for the next change; null when the operation failed for another reason than a stale one.</summary>
    public required string? Etag { get; init; }

    /// <summary>Why the operation failed, with pointers into the bulk request; null when it did not.</summary>
    public required Problem? Problem { get; init; }
}
