using System.Globalization;
using Cms.Content.Syndication;

namespace Cms.Feeds;

/// <summary>A publication as far as addresses need it.</summary>
internal sealed record Site
{
    /// <summary>The columns, over the alias `u`.</summary>
    public const string Columns = "u.id, u.slug, u.name, u.language, u.time_zone, u.site_url, u.article_path, u.is_default, u.updated_at";

    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public string? SiteUrl { get; init; }
    public required string ArticlePath { get; init; }
    public required bool IsDefault { get; init; }
    public required DateTime UpdatedAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The home page; without a site, the root of this API.</summary>
    public string Home(string root) => WebAddress.Ascii(SiteUrl) ?? $"{root}/";

    /// <summary>Where readers find a story: its canonical address, else its place on the publication's site, else its page here.</summary>
    public string AddressOf(string slug, string? canonicalUrl, string root) => WebAddress.Ascii(canonicalUrl) ?? OwnAddressOf(slug, root);

    /// <summary>True for a story whose canonical address is on another host: that host lists it for search engines.</summary>
    public bool IsElsewhere(string slug, string? canonicalUrl, string root) =>
        !WebAddress.IsSameHost(AddressOf(slug, canonicalUrl, root), OwnAddressOf(slug, root));

    /// <summary>The publication's masthead on the day of a story.</summary>
    public string MastheadOn(DateTimeOffset time, string root)
    {
        var day = TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{root}/v1/publications/{Uri.EscapeDataString(Slug)}/masthead?at={day}";
    }

    private string OwnAddressOf(string slug, string root)
    {
        var name = Uri.EscapeDataString(slug);
        var onSite = SiteUrl is null ? null : WebAddress.Ascii(SiteUrl.TrimEnd('/') + ArticlePath.Replace("{slug}", name, StringComparison.Ordinal));
        var publication = IsDefault ? "" : $"?publication={Uri.EscapeDataString(Slug)}";
        return onSite ?? $"{root}/v1/articles/{name}.html{publication}";
    }
}
