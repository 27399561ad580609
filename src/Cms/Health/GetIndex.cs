using Cms.Http.Answers;

namespace Cms.Health;

/// <summary>Where everything begins.</summary>
internal sealed record ApiIndex
{
    /// <summary>The program's name.</summary>
    public required string Name { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Paths by what is found there.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }
}

/// <summary>Tells a caller who knows the host alone where to go.</summary>
internal static class GetIndex
{
    public static readonly ApiIndex Answered = new()
    {
        Name = GetMeta.Answered.Name,
        Version = GetMeta.Answered.Version,
        Links = new Dictionary<string, string>
        {
            ["documentation"] = "/docs",
            ["openApi"] = "/openapi/v1.json",
            ["articles"] = "/v1/articles",
            ["search"] = "/v1/search",
            ["publications"] = "/v1/publications",
            ["rss"] = "/v1/feeds/articles.rss",
            ["atom"] = "/v1/feeds/articles.atom",
            ["jsonFeed"] = "/v1/feeds/articles.json",
            ["sitemaps"] = "/v1/sitemaps/index.xml",
            ["meta"] = "/v1/meta",
            ["health"] = "/health/ready",
        },
    };

    /// <summary>Find the way in</summary>
    /// <remarks>For everyone. Where the documentation, the stories, the feeds and the state of health are; fixed for a version.</remarks>
    public static Answer<ApiIndex> Handle() => new(Answered);
}
