using System.Text.RegularExpressions;

namespace Cms.Search;

/// <summary>A query as PostgreSQL understands it, in its own notation, with what is known of its words.</summary>
internal sealed partial record AnalysedQuery
{
    /// <summary>What a story is matched with: one of the plain words, every phrase, nothing excluded.</summary>
    public required string Query { get; init; }

    /// <summary>The phrases that must be there; empty when there are none.</summary>
    public required string AllOf { get; init; }

    /// <summary>What must be there as an index alone answers it: the words of those phrases, wherever they stand, and those of filters.</summary>
    public required string AllWords { get; init; }

    /// <summary>What must not be there; empty when there is nothing.</summary>
    public required string NoneOf { get; init; }

    /// <summary>The words that are scored and highlighted, in a fixed order.</summary>
    public required IReadOnlyList<QueryWord> Words { get; init; }

    /// <summary>Words beyond those that are scored: stories are matched with them only.</summary>
    public IReadOnlyList<QueryWord> Others { get; init; } = [];

    /// <summary>Whether some of what is found brings a word that is not scored.</summary>
    public bool HasUnscored => Others.Any(word => word.Stories > 0);

    /// <summary>Public stories in all.</summary>
    public required double Stories { get; init; }

    /// <summary>No less than as many stories as filters leave; infinite where nothing is known of that.</summary>
    public double StoriesLeft { get; init; } = double.PositiveInfinity;

    /// <summary>The share of all stories that filters leave at most.</summary>
    public double ShareLeft => Stories <= 0 ? 1 : Math.Min(1, StoriesLeft / Stories);

    /// <summary>Words of a story on average.</summary>
    public required double Length { get; init; }

    /// <summary>Whether these numbers were counted for this search, as a small archive allows, or come from the statistics.</summary>
    public required bool IsCounted { get; init; }

    /// <summary>True when nothing is looked for, and all that is not excluded is found.</summary>
    public bool IsNegative => Words.Count == 0;

    /// <summary>Whether words must stand beside one another; no lexeme holds the sign for it.</summary>
    public bool HasPhrases => Query.Contains('<', StringComparison.Ordinal);

    /// <summary>The query with the words of phrases wherever they stand.</summary>
    public string Wording => Beside().Replace(Query, "&");

    /// <summary>The share of all stories that match, were the words independent of one another; they are not, and more may.</summary>
    public double ShareAtLeast => 1 - All
        .Where(word => word.IsPlain)
        .Aggregate(1.0, (none, word) => none * (1 - Math.Min(1, word.Stories / Math.Max(1, Stories))));

    /// <summary>No less than as many stories as match.</summary>
    public double MatchesAtMost
    {
        get
        {
            var required = All.Where(word => !word.IsPlain).Select(word => word.Stories).DefaultIfEmpty(Stories).Min();
            var wanted = All.Any(word => word.IsPlain) ? All.Where(word => word.IsPlain).Sum(word => word.Stories) : Stories;
            return Math.Min(Math.Min(Stories, StoriesLeft), AllOf.Length == 0 ? All.Sum(word => word.Stories) : Math.Min(required, wanted));
        }
    }

    private IEnumerable<QueryWord> All => Words.Concat(Others);

    [GeneratedRegex(@"<(-|\d+)>", RegexOptions.NonBacktracking)]
    private static partial Regex Beside();
}

/// <summary>One word of a query.</summary>
internal sealed record QueryWord
{
    /// <summary>Scores have four decimals: a word that every story has must still tell which has it most.</summary>
    private const double LeastWeight = .01;

    /// <summary>How it is looked for, with the other spellings of a name.</summary>
    public required string Word { get; init; }

    /// <summary>As it was typed, without accents.</summary>
    public required string Typed { get; init; }

    /// <summary>True when it alone is enough for a match; false when it belongs to a phrase.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>What the analysis made of it, spellings included.</summary>
    public required IReadOnlyList<string> Lexemes { get; init; }

    /// <summary>Stories that have it; those that have it often (see the migration's tiers), very often, and more than all else.</summary>
    public required double[] Tiers { get; init; }

    /// <summary>Public stories in all.</summary>
    public required double Archive { get; init; }

    public double Stories => Tiers[0];

    /// <summary>What a story is worth that has it: rare words weigh more.</summary>
    public double Weight => Math.Max(LeastWeight, Math.Log(1 + ((Math.Max(Archive, Stories) - Stories + .5) / (Stories + .5))));
}
