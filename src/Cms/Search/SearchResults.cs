using Cms.Articles;
using Cms.Http.Pages;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>A page of hits.</summary>
internal sealed record SearchResults
{
    /// <summary>The hits of this page, in order.</summary>
    public required IReadOnlyList<SearchHit> Data { get; init; }

    /// <summary>How all hits spread, as `facet` asks.</summary>
    public required Facets Facets { get; init; }

    /// <summary>Where the list stands; a walk ends after 1,000 hits.</summary>
    public required Page Page { get; init; }

    /// <summary>What the articles refer to, as `include` asks.</summary>
    public required Included Included { get; init; }

    /// <summary>How the query was understood.</summary>
    public required UnderstoodQuery Query { get; init; }
}

/// <summary>One hit.</summary>
internal sealed record SearchHit
{
    /// <summary>The story.</summary>
    public required ArticleSummary Article { get; init; }

    /// <summary>
    /// How well the story fits, comparable within one search only; 0 for those of very many that were not scored; null where the list goes by date.
    /// </summary>
    public required double? Score { get; init; }

    /// <summary>Where the words of the query stand.</summary>
    public required Highlights Highlights { get; init; }

    /// <summary>How the score came about; null unless `explain=true` asks for it, and where nothing was scored.</summary>
    public required Explanation? Explanation { get; init; }

    /// <summary>Other hits that tell the same story, the best first; empty unless `cluster=true`, which takes them out of the list.</summary>
    public required IReadOnlyList<SameStory> SameStory { get; init; }
}

/// <summary>Another article that tells the same story.</summary>
internal sealed record SameStory
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its slug.</summary>
    public required string? Slug { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Its date.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>The words of the query in a story: HTML in which `em` marks them and everything else is escaped.</summary>
internal sealed record Highlights
{
    public static readonly Highlights None = new() { Headline = null, Body = [] };

    /// <summary>The headline; null when no word of the query stands in it.</summary>
    public required string? Headline { get; init; }

    /// <summary>Up to three snippets of the body, in its order.</summary>
    public required IReadOnlyList<string> Body { get; init; }
}

/// <summary>How a query was understood.</summary>
internal sealed record UnderstoodQuery
{
    /// <summary>`q` as it was sent; null without one.</summary>
    public required string? Text { get; init; }

    /// <summary>The query that was searched for instead; null when it is the one that was sent.</summary>
    public required string? CorrectedTo { get; init; }

    /// <summary>True when not every match was scored, or a total or facets were estimated from a sample.</summary>
    public required bool Approximate { get; init; }

    /// <summary>Why nothing was found; null when something was.</summary>
    public required EmptyResult? Empty { get; init; }
}
