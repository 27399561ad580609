using Cms.Http.Queries;

namespace Cms.Taxonomy.Writing;

/// <summary>Where the contributor, section or tag that a write names is looked up.</summary>
internal sealed record WriteTermQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}

/// <summary>What is to be deleted, and what takes its place.</summary>
internal sealed record DeleteTermQuery
{
    /// <summary>The publication that slugs are looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>The slug or id of the one that takes over whatever refers to the one that is deleted.</summary>
    [Reference]
    public string? ReassignTo { get; init; }
}
