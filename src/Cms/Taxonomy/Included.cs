namespace Cms.Taxonomy;

/// <summary>What the articles of a page refer to, each once; filled on request by `include`.</summary>
internal sealed record Included
{
    /// <summary>Nothing was asked for.</summary>
    public static readonly Included Nothing = new() { Contributors = [], Sections = [], Publications = [] };

    /// <summary>The authors, by name; with `include=authors`.</summary>
    public required IReadOnlyList<ContributorSummary> Contributors { get; init; }

    /// <summary>The sections, by name; with `include=section`.</summary>
    public required IReadOnlyList<SectionSummary> Sections { get; init; }

    /// <summary>The publications, by name; with `include=publication`.</summary>
    public required IReadOnlyList<PublicationSummary> Publications { get; init; }
}

/// <summary>The ids of what is to be included.</summary>
internal sealed record IncludedIds
{
    public Guid[] Contributors { get; init; } = [];
    public Guid[] Sections { get; init; } = [];
    public Guid[] Publications { get; init; } = [];

    /// <summary>True when there is nothing to read.</summary>
    public bool IsEmpty => this is { Contributors: [], Sections: [], Publications: [] };
}
