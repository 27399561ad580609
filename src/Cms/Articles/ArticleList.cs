using Cms.Http.Pages;

namespace Cms.Articles;

/// <summary>A page of articles.</summary>
internal sealed record ArticleList
{
    /// <summary>The articles of this page, in order.</summary>
    public required IReadOnlyList<ArticleSummary> Data { get; init; }

    /// <summary>Where the list stands.</summary>
    public required Page Page { get; init; }
}
