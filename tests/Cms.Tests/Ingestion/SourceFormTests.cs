using System.Text;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Ingestion;

/// <summary>Pages in each form that can be ingested, from a folder and over HTTP.</summary>
public sealed class SourceFormTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_holds_pages_of_every_form()
    {
        folder.Write("boats.md", Markdown("Boats in Markdown"));
        folder.Write("boats-page.HTML", Html("Boats in HTML"));
        folder.Write("old.htm", Html("Boats in Old HTML"));
        folder.Write("disguised.txt", "\n" + Html("Boats in Disguise"));
        folder.Write("plain.txt", SourceFolder.Page("Boats in Plain Text"));

        Assert.Equal((5, 5), await folder.Ingest() is var tally ? (tally.Seen, tally.Created) : default);

        var markdown = await host.Get("/v1/articles/boats-in-2020");
        var source = markdown["source"]!;
        Assert.Equal("Boats in Markdown markdownPage boats.md", $"{markdown["headline"]} {source["kind"]} {source["file"]}");
        Assert.Equal("Mona Hanna sea", $"{markdown["authors"]![0]!["name"]} {markdown["tags"]![0]!["name"]}");
        Assert.Equal("2020-09-28T09:15:00Z", (string?)markdown["publishedAt"]);
        Assert.Equal("The boats ", markdown.FirstText());
        Assert.Equal("""["strong"]""", markdown["body"]![0]!["content"]![1]!["marks"]!.ToJsonString());
        var html = await host.Get("/v1/articles/boats-in-html");
        Assert.Equal("htmlPage https://example.org/boats", $"{html["source"]!["kind"]} {html["canonicalUrl"]}");
        var image = html["leadImage"]!;
        Assert.Equal("image https://example.org/b.jpg They left.", $"{image["type"]} {image["url"]} {image["caption"]}");
        Assert.Equal("htmlPage", (string?)(await host.Get("/v1/articles/boats-in-disguise"))["source"]!["kind"]);
        Assert.Equal(
            ["htmlPage", "markdownPage", "textPage"],
            await host.Query<string>("select distinct kind from source_documents order by kind"));
    }

    [Theory]
    [InlineData("text/markdown", "markdownPage")]
    [InlineData("text/html; charset=utf-8", "htmlPage")]
    public async Task A_document_is_read_as_what_it_is_sent_as(string mediaType, string kind)
    {
        var page = kind == "htmlPage" ? Html($"Sent as {kind}") : Markdown($"Sent as {kind}", slug: $"sent-as-{kind}");
        var sent = await host.Admin.Send(
            "POST", $"/v1/ingestions?name={kind}.dat", Encoding.UTF8.GetBytes(page), mediaType, ("Idempotency-Key", Guid.NewGuid().ToString()));

        Assert.True(sent.Status == 201 && (int)sent.Json["counts"]!["created"]! == 1, sent.Text);
        Assert.Equal([kind], await host.Query<string>("select kind from source_documents where file = @file", new { file = $"{kind}.dat" }));
    }

    [Fact]
    public async Task A_page_without_words_is_refused_with_a_code_in_each_form()
    {
        folder.Write("empty.md", "---\ntitle: Nothing Below\n---\n");
        folder.Write("bare.html", "<html><body></body></html>");

        Assert.Equal(2, (await folder.Ingest()).Rejected);

        Assert.Equal(
            ["bare.html E_NO_TITLE", "empty.md E_NO_BODY"],
            await host.Query<string>("select concat_ws(' ', file, code) from quarantine order by file"));
    }

    private static string Markdown(string title, string slug = "boats-in-2020") =>
        $"""
        ---
        title: {title}
        slug: {slug}
        date: 2020-09-28T11:15:00+02:00
        authors: [Mona Hanna]
        tags: [sea]
        ---

        The boats **left**.
        """;

    private static string Html(string headline) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en"><head><title>{{headline}}</title>
        <link rel="canonical" href="https://example.org/boats">
        <script type="application/ld+json">
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{{headline}}", "datePublished": "2020-09-28T11:15:00+02:00",
         "author": {"@type": "Person", "name": "Mona Hanna"},
         "image": {"@type": "ImageObject", "url": "https://example.org/b.jpg", "caption": "They left."}
        }
        </script></head>
        <body><article><p>The boats left under the name of {{headline}}.</p></article></body></html>
        """;
}
