using Cms.Http.Pages;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>A page of articles.</summary>
internal sealed record ArticleList
{
    /// <summary>The articles of this page, in order.</summary>
    public required IReadOnlyList<ArticleSummary> Data { get; init; }

    /// <summary>Where the list stands.</summary>
    public required Page Page { get; init; }

    /// <summary>What the articles refer to, as `include` asks for; empty by default.</summary>
    public required Included Included { get; init; }
}
