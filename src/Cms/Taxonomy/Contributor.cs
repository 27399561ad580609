using Cms.Http.Answers;

namespace Cms.Taxonomy;

/// <summary>A person or agency that can be credited, without the count of stories.</summary>
internal record ContributorSummary : TaxonomyHead
{
    public ContributorSummary(ContributorRow row) : base(row)
    {
        Publication = new(row.Publication);
        Kind = Enum.Parse<ContributorKind>(row.Kind, ignoreCase: true);
        Title = row.Title;
        Bio = row.Bio;
    }

    /// <summary>The publication that the contributor belongs to.</summary>
    public RawJson<PublicationReference> Publication { get; }

    /// <summary>A person or an agency.</summary>
    public ContributorKind Kind { get; }

    /// <summary>What the contributor is, such as `Political editor`.</summary>
    public string? Title { get; }

    /// <summary>A few words about the contributor.</summary>
    public string? Bio { get; }
}

/// <summary>A person or agency that can be credited.</summary>
internal sealed record Contributor : ContributorSummary
{
    public Contributor(ContributorRow row) : base(row) => ArticleCount = row.ArticleCount;

    /// <summary>How many public stories credit the contributor.</summary>
    public long ArticleCount { get; }
}

/// <summary>Who is behind a credit.</summary>
internal enum ContributorKind
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>A news agency or another organisation.</summary>
    Agency,
}
