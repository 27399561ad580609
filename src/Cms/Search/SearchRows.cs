namespace Cms.Search;

/// <summary>A hit before its story is read.</summary>
internal sealed record SearchHitRow
{
    public required Guid Id { get; init; }
    public required DateTime PublishedAt { get; init; }
    public decimal? Score { get; init; }
}

/// <summary>The text that the snippets of a hit are cut from.</summary>
internal sealed record SearchTextRow
{
    public required Guid Id { get; init; }
    public required string Text { get; init; }
}

/// <summary>One value of a facet, or the number of all hits.</summary>
internal sealed record FacetRow
{
    /// <summary>The facet of the row that counts all hits.</summary>
    public const string All = "";

    public required string Facet { get; init; }
    public required string Value { get; init; }
    public required string Label { get; init; }
    public required long Count { get; init; }
}

/// <summary>Words of one language, by lines, to be asked which of them match.</summary>
internal sealed record WordMatchRow
{
    public required string Language { get; init; }
    public required int Line { get; init; }
}

/// <summary>A hit that tells another's story.</summary>
internal sealed record SameStoryRow
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required DateTime PublishedAt { get; init; }
}
