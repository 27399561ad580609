using Cms.Content.Bodies;

namespace Cms.Content.Sources;

/// <summary>What a reader made of one source document: everything that is printed on it, nothing that is not.</summary>
public sealed record Manuscript
{
    /// <summary>The headline as printed.</summary>
    public required string Headline { get; init; }

    /// <summary>The line above the headline, unless it named a section.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline.</summary>
    public string? Deck { get; init; }

    /// <summary>The place and agency that open the first paragraph, which keeps them too.</summary>
    public string? Dateline { get; init; }

    /// <summary>The section that the page names; null when it names none.</summary>
    public string? Section { get; init; }

    /// <summary>The publication's name as printed above the masthead.</summary>
    public string? PublicationName { get; init; }

    /// <summary>The printed offices, in order.</summary>
    public IReadOnlyList<MastheadLine> Masthead { get; init; } = [];

    /// <summary>The credit as printed, without its marker (`By`, `كتب`).</summary>
    public string? Byline { get; init; }

    /// <summary>Who the byline credits, in order.</summary>
    public IReadOnlyList<ManuscriptAuthor> Authors { get; init; } = [];

    /// <summary>The agency or paper that the page credits instead of, or beside, an author.</summary>
    public string? Agency { get; init; }

    /// <summary>When the page says it was published; null when it does not say, or says something impossible.</summary>
    public PrintedDate? Published { get; init; }

    /// <summary>When the page says it was last changed.</summary>
    public PrintedDate? Updated { get; init; }

    /// <summary>BCP 47 language of headline and body.</summary>
    public required string Language { get; init; }

    /// <summary>`ltr` or `rtl`.</summary>
    public required string Direction { get; init; }

    /// <summary>The body; never empty.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>The slug that the document states, in our form; null when it states none.</summary>
    public string? Slug { get; init; }

    /// <summary>The absolute address that the document names as its own.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The picture that leads the story, where the document states one outside the body.</summary>
    public ManuscriptImage? Image { get; init; }

    /// <summary>What the story is about, as printed below it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What a person should look at, in the order of the lines.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];

    /// <summary>
    /// True when the story must wait for a person: no date, an impossible one, one in the future, or a document that calls itself a draft.
    /// </summary>
    public bool HeldAsDraft { get; init; }

    /// <summary>SHA-256 over headline, date, byline and body after normalisation, lower-case hex: equal for the same story in other bytes.</summary>
    public required string ContentHash { get; init; }
}

/// <summary>One printed office and who holds it.</summary>
/// <param name="Role">The office as printed.</param>
/// <param name="Name">The person as printed, tatweel removed.</param>
public sealed record MastheadLine(string Role, string Name);

/// <summary>One credited author.</summary>
/// <param name="Name">The name as printed, tatweel removed.</param>
/// <param name="Title">The job or place printed with the name; null when none is.</param>
public sealed record ManuscriptAuthor(string Name, string? Title);

/// <summary>The picture that leads a story.</summary>
public sealed record ManuscriptImage
{
    /// <summary>The absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>The line printed with the picture.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made or owns the picture.</summary>
    public string? Credit { get; init; }
}

/// <summary>A date as a page prints it and as it is understood.</summary>
public sealed record PrintedDate
{
    /// <summary>The printed text, without its prefix (`Updated`, `نشر`).</summary>
    public required string Printed { get; init; }

    /// <summary>The wall-clock value.</summary>
    public required DateTime Local { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>`day`, `minute` or `second`.</summary>
    public required string Precision { get; init; }

    /// <summary>The IANA zone or the printed offset (`+02:00`) that the instant was reckoned with.</summary>
    public required string TimeZone { get; init; }

    /// <summary>True when the page does not print the zone.</summary>
    public required bool TimeZoneAssumed { get; init; }
}

/// <summary>Something a reader noticed and got over.</summary>
/// <param name="Code">A stable code, `W_…`.</param>
/// <param name="Line">The 1-based line of the original file; null when it concerns the whole.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record SourceWarning(string Code, int? Line, string Detail);

/// <summary>Why a document cannot be read, and where.</summary>
/// <param name="Code">A stable code, `E_…`.</param>
/// <param name="Line">The 1-based line of the original file, where known.</param>
/// <param name="Column">The 1-based column, where known.</param>
/// <param name="ByteOffset">The 0-based offset into the file, where known.</param>
/// <param name="Detail">What was expected and what was found (at most 80 characters of it).</param>
public sealed record SourceRefusal(string Code, int? Line, int? Column, long? ByteOffset, string Detail);

/// <summary>The outcome of reading a document: exactly one of the two is set.</summary>
/// <param name="Manuscript">What was read.</param>
/// <param name="Refusal">Why it was not.</param>
public sealed record Reading(Manuscript? Manuscript, SourceRefusal? Refusal);

/// <summary>What a reader must know of the publication that a document belongs to.</summary>
public sealed record ReadingContext
{
    /// <summary>The publication's language, which breaks ties.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>The publication's zone, for dates that print none.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The clock that tells which dates lie in the future.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Section names that the publication has besides the shipped list.</summary>
    public IReadOnlySet<string> Sections { get; init; } = new HashSet<string>();
}
