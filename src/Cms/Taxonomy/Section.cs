using Cms.Http.Answers;

namespace Cms.Taxonomy;

/// <summary>Where stories are filed, without what has to be counted.</summary>
internal record SectionSummary : TaxonomyHead
{
    public SectionSummary(SectionRow row) : base(row)
    {
        Publication = new(row.Publication);
        Description = row.Description;
        Parent = new(row.Parent);
    }

    /// <summary>The publication that the section belongs to.</summary>
    public RawJson<PublicationReference> Publication { get; }

    /// <summary>What the section is for.</summary>
    public string? Description { get; }

    /// <summary>The section above it; null at the top.</summary>
    public RawJson<SectionReference?> Parent { get; }
}

/// <summary>Where stories are filed. Sections form a tree.</summary>
internal sealed record Section : SectionSummary
{
    public Section(SectionRow row) : base(row)
    {
        Children = new(row.Children ?? "[]");
        ArticleCount = row.ArticleCount;
    }

    /// <summary>The sections right below it, by name.</summary>
    public RawJson<IReadOnlyList<SectionReference>> Children { get; }

    /// <summary>How many public stories are filed here or in a sub-section: what a list of articles with `section` holds.</summary>
    public long ArticleCount { get; }
}
