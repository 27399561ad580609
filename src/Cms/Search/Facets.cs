namespace Cms.Search;

/// <summary>How the hits spread over what they can be narrowed by; those that were not asked for are empty.</summary>
internal sealed record Facets
{
    /// <summary>By section, each with its sub-sections.</summary>
    public required IReadOnlyList<FacetValue> Section { get; init; }

    /// <summary>By credited contributor.</summary>
    public required IReadOnlyList<FacetValue> Author { get; init; }

    /// <summary>By tag.</summary>
    public required IReadOnlyList<FacetValue> Tag { get; init; }

    /// <summary>By publication.</summary>
    public required IReadOnlyList<FacetValue> Publication { get; init; }

    /// <summary>By language tag; `ar` counts `ar-EG` too.</summary>
    public required IReadOnlyList<FacetValue> Language { get; init; }

    /// <summary>By year of publication, in the publication's zone.</summary>
    public required IReadOnlyList<FacetValue> Year { get; init; }

    public static Facets Of(IEnumerable<FacetRow> rows)
    {
        var facets = rows.ToLookup(row => row.Facet, row => new FacetValue { Value = row.Value, Label = row.Label, Count = row.Count });
        return new Facets
        {
            Section = [.. facets["section"]],
            Author = [.. facets["author"]],
            Tag = [.. facets["tag"]],
            Publication = [.. facets["publication"]],
            Language = [.. facets["language"]],
            Year = [.. facets["year"]],
        };
    }
}

/// <summary>One value of a facet.</summary>
internal sealed record FacetValue
{
    /// <summary>
    /// What the filter of the same name takes: a slug, or the id where a slug would be looked up elsewhere; a language. A year
    /// goes into `publishedAfter` and `publishedBefore`.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>How many hits have it.</summary>
    public required long Count { get; init; }
}
