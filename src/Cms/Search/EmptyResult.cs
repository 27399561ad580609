namespace Cms.Search;

/// <summary>Why a search found nothing, and what would find something.</summary>
internal sealed record EmptyResult
{
    /// <summary>Words of the query that no public story has.</summary>
    public required IReadOnlyList<string> UnknownWords { get; init; }

    /// <summary>What the query may have been meant to be; null when nothing is known.</summary>
    public required string? DidYouMean { get; init; }

    /// <summary>Parameters without which there would be hits, the most hits first.</summary>
    public required IReadOnlyList<EmptyingParameter> Without { get; init; }
}

/// <summary>A parameter that leaves nothing.</summary>
internal sealed record EmptyingParameter
{
    /// <summary>The parameter's name, as in `section`.</summary>
    public required string Parameter { get; init; }

    /// <summary>How many stories the search finds without it, counted to 1,001.</summary>
    public required long Hits { get; init; }
}
