using Cms.Http.Queries;

namespace Cms.Articles.Writing;

/// <summary>Where the article that a write names is looked up.</summary>
internal sealed record WriteArticleQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}
