using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A public story with all that the formats of others show of it. Addresses are absolute and ASCII.</summary>
public sealed record Story
{
    /// <summary>The stable id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where readers find the story.</summary>
    public required string Address { get; init; }

    /// <summary>Grows by one on every change.</summary>
    public required int Version { get; init; }

    /// <summary>The last part of the story's address.</summary>
    public required string Slug { get; init; }

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline.</summary>
    public string? Deck { get; init; }

    /// <summary>The place and agency that the report comes from.</summary>
    public string? Dateline { get; init; }

    /// <summary>The credit as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The kind of text.</summary>
    public string? Genre { get; init; }

    /// <summary>The name of the section.</summary>
    public string? Section { get; init; }

    /// <summary>The names of the tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whom the byline credits, in its order.</summary>
    public IReadOnlyList<StoryAuthor> Authors { get; init; } = [];

    /// <summary>The story's own date.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the story first became public here.</summary>
    public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When the public copy last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the story is about, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>The title for search engines; null means the headline.</summary>
    public string? SeoTitle { get; init; }

    /// <summary>The picture for social sites; null means the lead image.</summary>
    public string? SeoImage { get; init; }

    /// <summary>Words of all block text.</summary>
    public required int WordCount { get; init; }

    /// <summary>Minutes that reading takes.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>The picture that goes with the story.</summary>
    public ImageBlock? LeadImage { get; init; }

    /// <summary>The body.</summary>
    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>The offices printed with the story, as role and name.</summary>
    public IReadOnlyList<StoryOffice> Masthead { get; init; } = [];

    /// <summary>The same story in other languages.</summary>
    public IReadOnlyList<StoryTranslation> Translations { get; init; } = [];

    /// <summary>Whose story it is.</summary>
    public required StoryPublisher Publisher { get; init; }

    /// <summary>The id as an address that never changes.</summary>
    internal string Urn => UrnOf(Id);

    /// <summary>The names of the authors; without them, the byline as printed.</summary>
    internal IReadOnlyList<string> Creators =>
        Authors.Count > 0 ? [.. Authors.Select(author => author.Name)] : CleanText.OrNull(Byline) is { } byline ? [byline] : [];

    /// <summary>The section and the tags, each once.</summary>
    internal IReadOnlyList<string> Categories => [.. new[] { Section }.OfType<string>().Concat(Tags).Distinct()];

    /// <summary>The line that names who wrote the story: the byline as printed, else the authors.</summary>
    internal string? Credit => CleanText.OrNull(Byline) ?? (Authors.Count > 0 ? string.Join(", ", Creators) : null);

    /// <summary>A picture's address as an absolute one; null where it is none.</summary>
    internal string? AddressOf(ImageBlock? image) => image is null ? null : WebAddress.Ascii(image.Url, Address);

    internal static string UrnOf(Guid id) => $"urn:uuid:{id:D}";
}

/// <summary>A credited contributor.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What the contributor did, such as `author`.</param>
/// <param name="IsAgency">True for an organisation.</param>
/// <param name="Address">The address that identifies the contributor.</param>
public sealed record StoryAuthor(string Name, string Role, bool IsAgency, string Address);

/// <summary>One office and who held it.</summary>
/// <param name="Role">The office as printed.</param>
/// <param name="Name">Who held it.</param>
public sealed record StoryOffice(string Role, string Name);

/// <summary>The story in another language.</summary>
/// <param name="Id">The other story's id.</param>
/// <param name="Language">Its BCP 47 language.</param>
/// <param name="Headline">Its headline.</param>
public sealed record StoryTranslation(Guid Id, string Language, string Headline);

/// <summary>The publication of a story.</summary>
public sealed record StoryPublisher
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The address that identifies the publication.</summary>
    public required string Id { get; init; }

    /// <summary>The home page.</summary>
    public required string Home { get; init; }

    /// <summary>Where the masthead that was in force on the story's day can be read.</summary>
    public required string Masthead { get; init; }

    /// <summary>The zone in which the publication prints its dates.</summary>
    public required TimeZoneInfo Zone { get; init; }
}
