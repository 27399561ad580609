namespace Cms.Content.Syndication;

/// <summary>The newest stories of a publication, or of a part of it.</summary>
public sealed record StoryFeed
{
    /// <summary>What the feed is called.</summary>
    public required string Title { get; init; }

    /// <summary>The address of the site that the feed belongs to.</summary>
    public required string Home { get; init; }

    /// <summary>The feed's own address.</summary>
    public required string Self { get; init; }

    /// <summary>BCP 47 language of the publication, or the one that the feed is narrowed to.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// When any of the stories last changed; without stories, when the publication did. Never the time of a request, so that bytes hold still.
    /// </summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The stories, newest first.</summary>
    public required IReadOnlyList<Story> Stories { get; init; }
}
