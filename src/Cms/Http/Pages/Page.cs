namespace Cms.Http.Pages;

/// <summary>Where a list stands.</summary>
internal sealed record Page
{
    /// <summary>Give it back as `cursor` to get the next page; null on the last one.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>True when there is a next page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>How many items a page has at most.</summary>
    public required int Limit { get; init; }

    /// <summary>How many items there are in all; null unless `count` asks for it.</summary>
    public required Total? Total { get; init; }
}

/// <summary>A count, and how far it can be trusted.</summary>
internal sealed record Total
{
    /// <summary>The number of items.</summary>
    public required long Value { get; init; }

    /// <summary>`exact`, `atLeast` (counting stopped there) or `estimated`.</summary>
    public required TotalRelation Relation { get; init; }

    /// <summary>A count that stopped at the cap says so.</summary>
    public static Total Of(long value, bool capped) =>
        new() { Value = value, Relation = capped && value >= Limits.CountCap ? TotalRelation.AtLeast : TotalRelation.Exact };
}

/// <summary>How far a count can be trusted.</summary>
internal enum TotalRelation
{
    /// <summary>The value is the number.</summary>
    Exact,

    /// <summary>There are this many or more.</summary>
    AtLeast,

    /// <summary>The value is near the number.</summary>
    Estimated,
}

/// <summary>A list without side-loaded resources.</summary>
internal sealed record ListOf<T>
{
    /// <summary>The items of this page, in order.</summary>
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>Where the list stands.</summary>
    public required Page Page { get; init; }
}
