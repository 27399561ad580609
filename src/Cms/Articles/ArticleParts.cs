namespace Cms.Articles;

/// <summary>Where a story stands on its way to the reader.</summary>
internal enum ArticleStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>With an editor.</summary>
    InReview,

    /// <summary>Ready to be published.</summary>
    Approved,

    /// <summary>Will be published at a set time.</summary>
    Scheduled,

    /// <summary>Public.</summary>
    Published,

    /// <summary>Taken down; may come back.</summary>
    Unpublished,

    /// <summary>Put away.</summary>
    Archived,

    /// <summary>Taken down for good.</summary>
    Killed,
}

/// <summary>A contributor as credited on a story.</summary>
/// <param name="Id">The contributor's id.</param>
/// <param name="Slug">The contributor's slug, unique in its publication.</param>
/// <param name="Name">The contributor's name.</param>
/// <param name="Role">What the contributor did, such as `author`.</param>
internal sealed record AuthorCredit(Guid Id, string Slug, string Name, string Role);

/// <summary>What search engines and social sites should show; null members mean: the story's own.</summary>
/// <param name="Title">The title to show.</param>
/// <param name="Description">The description to show.</param>
/// <param name="Image">The address of the picture to show.</param>
internal sealed record Seo(string? Title, string? Description, string? Image);

/// <summary>The story in another language.</summary>
/// <param name="Id">The other story's id.</param>
/// <param name="Language">Its BCP 47 language.</param>
/// <param name="Slug">Its slug; null before its first publication.</param>
/// <param name="Headline">Its headline.</param>
internal sealed record Translation(Guid Id, string Language, string? Slug, string Headline);

/// <summary>What was wrong with a story, and when it was put right.</summary>
/// <param name="At">When the correction was made.</param>
/// <param name="Text">What was wrong and what is right.</param>
internal sealed record Correction(DateTimeOffset At, string Text);

/// <summary>One office and who held it.</summary>
/// <param name="Role">The office as printed.</param>
/// <param name="Name">Who held it.</param>
internal sealed record MastheadEntry(string Role, string Name);

/// <summary>The source document that a story was read from.</summary>
/// <param name="Kind">The form of the document, such as `textPage`.</param>
/// <param name="Key">What identifies it at its origin.</param>
/// <param name="File">The name of its file.</param>
/// <param name="PublishedAtPrinted">The date line as printed; null when the page has none.</param>
/// <param name="PublishedAtPrecision">`day`, `minute` or `second`; null without a date.</param>
/// <param name="UpdatedAtPrinted">The line of the last change as printed.</param>
/// <param name="TimeZone">The zone that the date was reckoned with.</param>
/// <param name="TimeZoneAssumed">True when the page does not print the zone.</param>
/// <param name="Warnings">What the reader of the page got over, as codes.</param>
internal sealed record ArticleSource(
    string Kind,
    string Key,
    string File,
    string? PublishedAtPrinted,
    string? PublishedAtPrecision,
    string? UpdatedAtPrinted,
    string? TimeZone,
    bool TimeZoneAssumed,
    IReadOnlyList<string> Warnings);
