using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Pages;
using Cms.Http.Queries;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>What narrows a set of articles, for lists and for search alike.</summary>
internal abstract record ArticleFilters
{
    /// <summary>Only this publication, by slug or id. Slugs of other filters are looked up in it, else in the default publication.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>Only this section and its sub-sections, by slug or id.</summary>
    [Reference]
    public string? Section { get; init; }

    /// <summary>Only this contributor's articles, by slug or id.</summary>
    [Reference]
    public string? Author { get; init; }

    /// <summary>Only articles with this tag, by slug or id; repeated: with all of them.</summary>
    [Reference]
    public string[]? Tag { get; init; }

    /// <summary>Only articles with one of these tags, by slug or id; repeat the parameter.</summary>
    [Reference]
    public string[]? TagAny { get; init; }

    /// <summary>Only this BCP 47 language; `ar` matches `ar-EG` too.</summary>
    [MaxLength(35), RegularExpression("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    public string? Language { get; init; }

    /// <summary>Only this genre.</summary>
    [MaxLength(50)]
    public string? Genre { get; init; }

    /// <summary>Only articles dated then or later (≥): an instant, or a date in the publication's zone.</summary>
    [DateOrInstant]
    public string? PublishedAfter { get; init; }

    /// <summary>Only articles dated before then (&lt;): an instant, or a date in the publication's zone.</summary>
    [DateOrInstant]
    public string? PublishedBefore { get; init; }

    /// <summary>Only articles whose public copy changed then or later (≥): an instant, or a date in the publication's zone.</summary>
    [DateOrInstant]
    public string? UpdatedAfter { get; init; }

    /// <summary>Only these articles, in this order: up to 100 ids, separated by commas.</summary>
    [CommaList(Format = "uuid", MaxItems = Limits.Ids)]
    public string? Ids { get; init; }

    /// <summary>What the filters refer to, as the caller named it.</summary>
    internal FilingReferences ToReferences() => new()
    {
        Publication = Publication,
        Section = Section,
        Author = Author,
        Tags = Tag ?? [],
        TagsAny = TagAny ?? [],
        NamesDate = new[] { PublishedAfter, PublishedBefore, UpdatedAfter }.Any(time => DateOrInstant.Parse(time)?.Date is not null),
    };

    /// <summary>A fingerprint of the filters, to which cursors are bound.</summary>
    public string Scope(params ReadOnlySpan<string?> more) => Cursor.ScopeOf(
    [
        Publication, Section, Author, .. Tag ?? [], "|", .. TagAny ?? [], "|",
        Language, Genre, PublishedAfter, PublishedBefore, UpdatedAfter, Ids, .. more,
    ]);

    /// <summary>The three times as instants; dates alone are midnights of the zone.</summary>
    public (DateTime? From, DateTime? Until, DateTime? Since) Times(TimeZoneInfo zone) =>
        (Instant(PublishedAfter, zone), Instant(PublishedBefore, zone), Instant(UpdatedAfter, zone));

    private static DateTime? Instant(string? text, TimeZoneInfo zone) => DateOrInstant.Parse(text)?.In(zone).UtcDateTime;
}
