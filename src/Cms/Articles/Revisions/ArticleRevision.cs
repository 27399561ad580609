namespace Cms.Articles.Revisions;

/// <summary>One save of a story, as lists show it.</summary>
internal sealed record ArticleRevisionSummary
{
    /// <summary>Its number within the story, from 1; null for a version that waits.</summary>
    public required int? Number { get; init; }

    /// <summary>When it was saved, or began to wait.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who saved or sent it: a key's id, or the part of the program that did.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The headline as it was; empty where the draft had none.</summary>
    public required string Headline { get; init; }

    /// <summary>Words of all block text.</summary>
    public required int WordCount { get; init; }

    /// <summary>True for the one that readers see.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The version that waits; null for what was saved.</summary>
    public required PendingRevision? Pending { get; init; }
}

/// <summary>One save of a story with the story as it was then.</summary>
/// <param name="Number">Its number within the story, from 1.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="CreatedBy">Who saved it: a key's id, or the part of the program that did.</param>
/// <param name="IsPublic">True for the one that readers see.</param>
/// <param name="Article">The story as it was saved; slug, status and version are those of now.</param>
internal sealed record ArticleRevision(int Number, DateTimeOffset CreatedAt, string CreatedBy, bool IsPublic, Article Article);

/// <summary>One row of revisions.</summary>
internal sealed record RevisionRow
{
    public required int Number { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string Headline { get; init; }
    public required int WordCount { get; init; }
    public required bool IsPublic { get; init; }

    public ArticleRevisionSummary ToSummary() => new()
    {
        Number = Number,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        Headline = Headline,
        WordCount = WordCount,
        IsPublic = IsPublic,
        Pending = null,
    };
}
