namespace Cms.Access;

/// <summary>What a key may do.</summary>
internal static class Scopes
{
    public const string Admin = "admin";
    public const string ArticlesReadDrafts = "articles:read-drafts";
    public const string IngestionsRead = "ingestions:read";

    /// <summary>Every scope that a route asks for today; `admin` holds them all.</summary>
    public static readonly string[] All = [Admin, ArticlesReadDrafts, IngestionsRead];
}
