using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Ingestion;

/// <summary>What the OpenAPI document shows of the room.</summary>
internal static class IngestionExamples
{
    private static readonly IngestionReport Run = new()
    {
        Id = new Guid("0199a3c2-6c10-7b1f-9a53-7f0e2d4c8b91"),
        PublicationId = new Guid("0199a3c2-4a07-7d21-8c55-61f0b7a9e3d2"),
        Kind = "folder",
        Name = "seeds",
        State = IngestionState.Completed,
        ParserVersion = 1,
        StartedAt = new DateTimeOffset(2025, 10, 2, 8, 0, 0, TimeSpan.Zero),
        FinishedAt = new DateTimeOffset(2025, 10, 2, 8, 0, 1, TimeSpan.Zero),
        Milliseconds = 640,
        Counts = new IngestionCounts { Seen = 70, Created = 69, Updated = 0, Unchanged = 0, Duplicate = 0, Conflict = 0, Rejected = 1, Missing = 0 },
    };

    private static readonly IngestionDocument Rejected = new()
    {
        Number = 70,
        File = "069_0f3c5a7d9b1e2c48.txt",
        SourceKey = "0f3c5a7d9b1e2c48",
        Outcome = IngestionOutcome.Rejected,
        Line = 1,
        Code = "E_NO_BODY",
        Detail = "Expected at least one paragraph below the headline, found none.",
        Warnings = new("[]"),
        ArticleId = null,
    };

    private static readonly IngestionReport Sent = Run with
    {
        Id = new Guid("0199a3c2-7d20-7c3a-8b64-6e1f3d5c7a92"),
        Kind = "upload",
        Name = "000_da3166f39741e689.txt",
        Milliseconds = 12,
        Counts = new IngestionCounts { Seen = 1, Created = 1, Updated = 0, Unchanged = 0, Duplicate = 0, Conflict = 0, Rejected = 0, Missing = 0 },
    };

    private static readonly IngestionTrial Trial = new()
    {
        PublicationId = Run.PublicationId,
        Name = Rejected.File,
        ParserVersion = 1,
        Counts = new IngestionCounts { Seen = 1, Created = 0, Updated = 0, Unchanged = 0, Duplicate = 0, Conflict = 0, Rejected = 1, Missing = 0 },
        Documents = [Rejected with { Number = 1 }],
    };

    private const string TextPage =
        """
        Supervisor Elham AbolFateh
        Editor in Chief Mohamed Wadie

        Ferry Returns to the Old Harbour


        Mon 28 Sep 2020 | 11:15 AM
        Mona Adel

        The ferry came back on Monday after a summer of repairs.

        Nobody spoke against it, the clerk said.
        """;

    private const string MarkdownPage =
        """
        ---
        title: Ferry Returns to the Old Harbour
        date: 2020-09-28T11:15:00+02:00
        authors: [Mona Adel]
        tags: [harbour]
        ---

        The ferry came back on **Monday** after a summer of repairs.
        """;

    private const string HtmlPage =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <title>Ferry Returns to the Old Harbour</title>
        <script type="application/ld+json">
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry Returns to the Old Harbour",
         "datePublished": "2020-09-28T11:15:00+02:00", "author": {"@type": "Person", "name": "Mona Adel"}}
        </script>
        </head>
        <body><article><p>The ferry came back on Monday after a summer of repairs.</p></article></body>
        </html>
        """;

    private static readonly Page LastPage = new() { NextCursor = null, HasMore = false, Limit = 20, Total = null };

    public static readonly Example[] All =
    [
        new(typeof(IngestionReport), "run", "A first run over a folder, one document of which could not be read", Run),
        new(typeof(IngestionReport), "sentDocument", "A document that was sent and became a story", Sent),
        new(typeof(IngestionTrial), "ingestionTrial", "A document that would be rejected", Trial),
        new(typeof(DocumentExample), "textPage", "A page as text", new DocumentExample(SourceForm.Text, TextPage)),
        new(typeof(DocumentExample), "markdownPage", "A page in Markdown with front matter", new DocumentExample(SourceForm.Markdown, MarkdownPage)),
        new(typeof(DocumentExample), "htmlPage", "The HTML page of an article with linked data", new DocumentExample(SourceForm.Html, HtmlPage)),
        new(typeof(ListOf<IngestionReport>), "runs", "The only run so far", new ListOf<IngestionReport> { Data = [Run], Page = LastPage }),
        new(
            typeof(ListOf<IngestionDocument>),
            "rejected",
            "The document that could not be read",
            new ListOf<IngestionDocument> { Data = [Rejected], Page = LastPage }),
    ];
}
