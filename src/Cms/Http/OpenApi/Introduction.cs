using System.Reflection;
using Microsoft.OpenApi;

namespace Cms.Http.OpenApi;

/// <summary>What a reader of the contract should know before the first request.</summary>
internal static class Introduction
{
    private const string Description =
        """
        The API of Cms, a headless CMS for newsrooms. Published stories are open to everyone; a key opens what the newsroom keeps to itself.

        ## Keys
        Send a key as `Authorization: Bearer <key>` or as `X-Api-Key`, never in an address. Each operation names the scope that it needs;
        the scope `admin` holds all others. A wrong or expired key is refused with 401 wherever it is sent.

        ## Lists
        A list answers `data` and `page`. Pages continue by cursor: send `page.nextCursor` back as `cursor` with the same filters and sort,
        or follow the `Link` header; `limit` sets the size of a page. Counting costs, so `page.total` is null unless `count` asks for it.

        ## Problems
        Every refusal is a problem (RFC 9457, `application/problem+json`). Programs read `code`, which never changes its meaning; `errors` says
        what is wrong and where. `/docs/problems` explains each code. Unknown, repeated and empty parameters are refused, never ignored.

        ## Conditional requests
        Answers carry a strong `ETag`. Send it back as `If-None-Match`; the answer is 304 without a body as long as nothing changed. Public answers
        may be kept for as long as `Cache-Control` says; a CDN purges them by `Surrogate-Key`: after a change the id of what changed, and
        `collections`, which lists, counts, searches and feeds carry.

        ## Limits
        `/v1/meta` publishes every limit. Where requests are limited in number, `RateLimit` tells what is left and 429 comes with `Retry-After`.

        ## Change
        Version 1 changes only by addition: answers may gain members, so ignore those that you do not know.
        """;

    public static OpenApiInfo Info => new()
    {
        Title = "Cms",
        Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
        Summary = "A headless CMS for newsrooms.",
        Description = Description.ReplaceLineEndings("\n"),
        Contact = new OpenApiContact { Name = "The maintainers of Cms" },
        License = new OpenApiLicense { Name = "All rights reserved", Identifier = "LicenseRef-All-Rights-Reserved" },
    };

    /// <summary>The groups of operations, in reading order.</summary>
    public static IReadOnlyList<OpenApiTag> Tags { get; } =
    [
        new() { Name = "Articles", Description = "Stories: lists by filter, and each with its body." },
        new() { Name = "Search", Description = "Stories by words, with facets and suggestions." },
        new() { Name = "Feeds", Description = "Stories in formats of others: RSS, Atom and JSON feeds, and sitemaps." },
        new() { Name = "Publications", Description = "The titles that stories belong to, and their mastheads." },
        new() { Name = "Sections", Description = "Where stories are filed: a tree for each publication." },
        new() { Name = "Tags", Description = "What stories are about." },
        new() { Name = "Contributors", Description = "Who writes: authors and others whom bylines credit." },
        new() { Name = "Ingestion", Description = "Reading documents of other systems into stories, and what became of each." },
        new() { Name = "Keys", Description = "What opens the API: made, rotated and revoked." },
        new() { Name = "Operations", Description = "Whether the installation is well, and what its limits are." },
    ];
}
