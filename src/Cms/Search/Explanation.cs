namespace Cms.Search;

/// <summary>How a score came about: relevance, the sum over the words, times recency.</summary>
internal sealed record Explanation
{
    /// <summary>What each word of the query brings, as they are looked for.</summary>
    public required IReadOnlyList<WordExplanation> Words { get; init; }

    /// <summary>How long the story is, 1 being the average: the longer, the less a word says.</summary>
    public required double Length { get; init; }

    /// <summary>The sum of the words' scores.</summary>
    public required double Relevance { get; init; }

    /// <summary>What the relevance is multiplied with: 1 for an old story, 1.5 for one of this hour; 1 unless `sort=best`.</summary>
    public required double Recency { get; init; }
}

/// <summary>What a word of the query brings to a score: weight × frequency / (frequency + 1.5 × (0.25 + 0.75 × length)).</summary>
internal sealed record WordExplanation
{
    /// <summary>The word as it was typed, without accents.</summary>
    public required string Word { get; init; }

    /// <summary>What it weighs: the more, the fewer stories have it.</summary>
    public required double Weight { get; init; }

    /// <summary>How often the story has it, three times for each time in the headline.</summary>
    public required double Frequency { get; init; }

    /// <summary>What comes of it.</summary>
    public required double Score { get; init; }
}

/// <summary>One word in one hit.</summary>
internal sealed record ExplanationRow
{
    public required Guid Id { get; init; }
    public required int Place { get; init; }
    public required double Length { get; init; }
    public required double Frequency { get; init; }
    public required double Score { get; init; }
    public required double Recency { get; init; }
}
