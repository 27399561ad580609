using Cms.Content.Bodies;
using Cms.Content.Text;
using Cms.Data;
using Cms.Http.Answers;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>What a story and its entry in a list have in common.</summary>
internal abstract record ArticleHead
{
    private const string NoSeo = """{"title":null,"description":null,"image":null}""";

    private readonly DateTime updatedAt;

    protected ArticleHead(ArticleRow row)
    {
        Id = row.Id;
        Publication = new(row.Publication);
        Slug = row.Slug;
        Language = row.Language;
        Direction = Languages.DirectionOf(row.Language);
        Status = row.Status is "published" ? ArticleStatus.Published : Enum.Parse<ArticleStatus>(row.Status, ignoreCase: true);
        Genre = row.Genre;
        Version = row.Version;
        Revision = row.Revision;
        Kicker = row.Kicker;
        Headline = row.Headline;
        Deck = row.Deck;
        Dateline = row.Dateline;
        Section = new(row.Section);
        Tags = new(row.Tags ?? "[]");
        Byline = row.Byline;
        Authors = new(row.Authors ?? "[]");
        PublishedAt = row.PublishedAt;
        FirstPublishedAt = row.FirstPublishedAt;
        updatedAt = row.UpdatedAt;
        DeletedAt = row.DeletedAt;
        Excerpt = row.Excerpt;
        WordCount = row.WordCount;
        ReadingMinutes = Words.ReadingMinutes(row.WordCount);
        LeadImage = new(row.LeadImage);
        CanonicalUrl = row.CanonicalUrl;
        Seo = new(row.Seo ?? NoSeo);
        Translations = new(row.Translations ?? "[]");
    }

    /// <summary>The stable id, a UUIDv7.</summary>
    public Guid Id { get; }

    /// <summary>The publication that the story belongs to.</summary>
    public RawJson<PublicationReference> Publication { get; }

    /// <summary>The last part of the story's address, unique in its publication; of a draft a wish, null where it has none.</summary>
    public string? Slug { get; }

    /// <summary>BCP 47 language of the story.</summary>
    public string Language { get; }

    /// <summary>`ltr` or `rtl`, by the language.</summary>
    public string Direction { get; }

    /// <summary>Where the story stands; anonymous readers only ever see `published`.</summary>
    public ArticleStatus Status { get; }

    /// <summary>The kind of text, such as `news` or `opinion`; null when it is not said.</summary>
    public string? Genre { get; }

    /// <summary>Grows by one on every change, actions included; leads the ETag.</summary>
    public int Version { get; }

    /// <summary>The number of the revision that is shown.</summary>
    public int Revision { get; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; }

    /// <summary>The headline.</summary>
    public string Headline { get; }

    /// <summary>The line below the headline.</summary>
    public string? Deck { get; }

    /// <summary>The place and agency that the report comes from.</summary>
    public string? Dateline { get; }

    /// <summary>Where the story is filed; null when it is not.</summary>
    public RawJson<SectionReference?> Section { get; }

    /// <summary>What the story is about.</summary>
    public RawJson<IReadOnlyList<TagReference>> Tags { get; }

    /// <summary>The credit as printed.</summary>
    public string? Byline { get; }

    /// <summary>Whom the byline credits, in its order.</summary>
    public RawJson<IReadOnlyList<AuthorCredit>> Authors { get; }

    /// <summary>The story's own date: as printed, or when it was first published here; null only on a draft.</summary>
    public DateTimeOffset? PublishedAt { get; }

    /// <summary>When the story first became public here; null before that.</summary>
    public DateTimeOffset? FirstPublishedAt { get; }

    /// <summary>When what is shown last changed.</summary>
    public DateTimeOffset UpdatedAt => StoredAt?.Time ?? updatedAt;

    /// <summary>When a change is stored that is on its way with the write; null when the story was read.</summary>
    protected StoredAt? StoredAt { get; init; }

    /// <summary>When the story was put into the trash; null when it is not there.</summary>
    public DateTimeOffset? DeletedAt { get; }

    /// <summary>The first paragraph, cut at a word to at most 280 characters.</summary>
    public string Excerpt { get; }

    /// <summary>Words of all block text, separated by white space.</summary>
    public int WordCount { get; }

    /// <summary>Minutes at 220 words a minute, at least 1.</summary>
    public int ReadingMinutes { get; }

    /// <summary>The picture that goes with the story wherever it is shown.</summary>
    public RawJson<ImageBlock?> LeadImage { get; }

    /// <summary>The address that search engines should prefer.</summary>
    public string? CanonicalUrl { get; }

    /// <summary>What search engines and social sites should show instead.</summary>
    public RawJson<Seo> Seo { get; }

    /// <summary>The same story in other languages.</summary>
    public RawJson<IReadOnlyList<Translation>> Translations { get; }
}
