using Cms.Http.Answers;

namespace Cms.Taxonomy;

/// <summary>What stories are about.</summary>
internal sealed record Tag : TaxonomyHead
{
    public Tag(TagRow row) : base(row)
    {
        Publication = new(row.Publication);
        Description = row.Description;
        ArticleCount = row.ArticleCount;
    }

    /// <summary>The publication that the tag belongs to.</summary>
    public RawJson<PublicationReference> Publication { get; }

    /// <summary>What the tag stands for.</summary>
    public string? Description { get; }

    /// <summary>How many public stories have the tag.</summary>
    public long ArticleCount { get; }
}
