using Cms.Content.Text;
using Cms.Http.Answers;

namespace Cms.Taxonomy;

/// <summary>A newspaper or edition, without what has to be counted or reckoned.</summary>
internal record PublicationSummary : TaxonomyHead
{
    public PublicationSummary(PublicationRow row) : base(row)
    {
        Language = row.Language;
        Direction = Languages.DirectionOf(row.Language);
        TimeZone = row.TimeZone;
        SiteUrl = row.SiteUrl;
        ArticlePath = row.ArticlePath;
        IsDefault = row.IsDefault;
    }

    /// <summary>BCP 47 language of the publication.</summary>
    public string Language { get; }

    /// <summary>`ltr` or `rtl`, by the language.</summary>
    public string Direction { get; }

    /// <summary>IANA time zone in which its dates are reckoned.</summary>
    public string TimeZone { get; }

    /// <summary>The address of its site; null when it has none.</summary>
    public string? SiteUrl { get; }

    /// <summary>The path of an article below the site's address, with `{slug}` in it.</summary>
    public string ArticlePath { get; }

    /// <summary>True for the publication that slugs are looked up in when a request names none.</summary>
    public bool IsDefault { get; }
}

/// <summary>A newspaper or edition.</summary>
internal sealed record Publication : PublicationSummary
{
    public Publication(PublicationRow row) : base(row)
    {
        ArticleCount = row.ArticleCount;
        Masthead = new(row.Masthead ?? "[]");
    }

    /// <summary>How many of its stories are public.</summary>
    public long ArticleCount { get; }

    /// <summary>The printed offices and who holds them now, by office.</summary>
    public RawJson<IReadOnlyList<MastheadOffice>> Masthead { get; }
}

/// <summary>A printed office and who holds it now.</summary>
/// <param name="Role">The office as printed.</param>
/// <param name="Name">Who holds it.</param>
/// <param name="Since">The first day on which that name was printed.</param>
internal sealed record MastheadOffice(string Role, string Name, DateOnly Since);
