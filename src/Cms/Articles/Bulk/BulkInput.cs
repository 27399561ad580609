using System.Text.Json.Serialization;
using Cms.Articles.Writing;
using Cms.Http.Answers;

namespace Cms.Articles.Bulk;

/// <summary>Changes to many stories, done in order.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BulkInput
{
    /// <summary>Whether one failure takes everything back.</summary>
    public required BulkMode Mode { get; init; }

    /// <summary>The changes. A second one of the same story names the ETag that the first one makes: the version it leads to, as in `"2-"`.</summary>
    public required IReadOnlyList<BulkOperationInput> Operations { get; init; }
}

/// <summary>One change to one story.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BulkOperationInput
{
    /// <summary>What is to be done.</summary>
    public required BulkVerb Op { get; init; }

    /// <summary>The story's id. A new story may be given one that nothing has yet, or none.</summary>
    public Guid? Id { get; init; }

    /// <summary>The `ETag` that was read, with its quotes; only its version is compared. Without it the result is 428. Not for `create`.</summary>
    public string? IfMatch { get; init; }

    /// <summary>For `create` the story; for `update` a merge patch: members that are absent stay, null clears. Not for other operations.</summary>
    public RawJson<ArticleInput?> Article { get; init; }
}

/// <summary>Whether one failure takes everything back.</summary>
internal enum BulkMode
{
    /// <summary>All or nothing: one failed operation refuses the request.</summary>
    Atomic,

    /// <summary>Each operation for itself: what fails is reported in its result.</summary>
    BestEffort,
}

/// <summary>What an operation does.</summary>
internal enum BulkVerb
{
    /// <summary>Makes a draft.</summary>
    Create,

    /// <summary>Changes members of the working copy.</summary>
    Update,

    /// <summary>Makes the working copy what readers see; needs the scope `articles:publish`.</summary>
    Publish,

    /// <summary>Takes the story down; needs the scope `articles:publish`.</summary>
    Unpublish,

    /// <summary>Puts the story into the trash; one that is public needs the scope `articles:publish`.</summary>
    Delete,
}
