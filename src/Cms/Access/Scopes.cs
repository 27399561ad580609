using System.Globalization;
using System.Security.Claims;

namespace Cms.Access;

/// <summary>What a key may do.</summary>
internal static class Scopes
{
    public const string Admin = "admin";
    public const string ArticlesReadDrafts = "articles:read-drafts";
    public const string ArticlesReadEmbargoed = "articles:read-embargoed";
    public const string ArticlesWrite = "articles:write";
    public const string ArticlesPublish = "articles:publish";
    public const string ArticlesKill = "articles:kill";
    public const string TaxonomyWrite = "taxonomy:write";
    public const string IngestionsRead = "ingestions:read";
    public const string IngestionsWrite = "ingestions:write";
    public const string PreviewsCreate = "previews:create";
    public const string KeysManage = "keys:manage";
    public const string AuditRead = "audit:read";

    /// <summary>Every scope; `admin` holds them all.</summary>
    public static readonly string[] All =
    [
        Admin, ArticlesKill, ArticlesPublish, ArticlesReadDrafts, ArticlesReadEmbargoed, ArticlesWrite, AuditRead, IngestionsRead, IngestionsWrite,
        KeysManage, PreviewsCreate, TaxonomyWrite,
    ];

    /// <summary>Whether a caller holds a scope.</summary>
    public static bool Holds(this ClaimsPrincipal caller, string scope) =>
        caller.HasClaim(KeyAuthentication.ScopeClaim, scope) || caller.HasClaim(KeyAuthentication.ScopeClaim, Admin);

    /// <summary>When the caller's key ends; null when it does not.</summary>
    public static DateTimeOffset? EndsAt(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(ClaimTypes.Expiration) is { } end ? DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) : null;
}
