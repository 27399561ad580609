using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

public sealed class IngestionTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_changed_page_makes_one_new_revision_and_keeps_its_address()
    {
        folder.Write("001_00000000000000a1.txt", Page("Ferry Returns"));
        await folder.Ingest();
        var before = await host.Get("/v1/articles/ferry-returns");

        folder.Write("001_00000000000000a1.txt", Page("Ferry Returns for Good", "The council met again."));
        var tally = await folder.Ingest();
        var after = await host.Get("/v1/articles/ferry-returns");

        Assert.Equal(1, tally.Updated);
        Assert.Equal("Ferry Returns for Good", (string?)after["headline"]);
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        Assert.Equal((string?)before["firstPublishedAt"], (string?)after["firstPublishedAt"]);
        Assert.Equal((2, 2), ((int)after["revision"]!, (int)after["version"]!));
    }

    [Fact]
    public async Task Other_line_endings_make_no_revision()
    {
        folder.Write("001_00000000000000a2.txt", Page("Lines End"));
        await folder.Ingest();

        folder.Write("001_00000000000000a2.txt", Page("Lines End").ReplaceLineEndings("\r\n"));
        var tally = await folder.Ingest();

        Assert.Equal((0, 1), (tally.Updated, tally.Unchanged));
        Assert.Equal(1, (int)(await host.Get("/v1/articles/lines-end"))["revision"]!);
    }

    [Fact]
    public async Task A_page_that_changed_after_an_editor_did_waits_for_a_person()
    {
        folder.Write("001_00000000000000a3.txt", Page("Edited Here"));
        await folder.Ingest();
        await host.Execute("update articles set edited_at = clock_timestamp() where slug = 'edited-here'");

        folder.Write("001_00000000000000a3.txt", Page("Edited There"));
        var tally = await folder.Ingest();

        Assert.Equal(1, tally.Conflict);
        Assert.Equal("Edited Here", (string?)(await host.Get("/v1/articles/edited-here"))["headline"]);
        Assert.Equal(["Edited There"], await host.Query<string>("select r.headline from pending_revisions r join articles a on a.id = r.article_id where a.slug = 'edited-here'"));
        Assert.Equal("W_CONFLICT", (string?)(await LastDocuments("conflict")).Single()!["code"]);
    }

    [Fact]
    public async Task The_same_story_under_another_name_is_a_duplicate_of_the_first()
    {
        folder.Write("001_00000000000000a4.txt", Page("Told Once"));
        folder.Write("002_00000000000000b4.txt", Page("Told Once"));
        var tally = await folder.Ingest();

        Assert.Equal((1, 1), (tally.Created, tally.Duplicate));
        var duplicate = (await LastDocuments("duplicate")).Single()!;
        Assert.Equal((string?)(await host.Get("/v1/articles/told-once"))["id"], (string?)duplicate["articleId"]);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_reported_and_its_story_stays()
    {
        folder.Write("001_00000000000000a5.txt", Page("Gone Page"));
        folder.Write("002_00000000000000b5.txt", Page("Staying Page"));
        await folder.Ingest();

        folder.Delete("001_00000000000000a5.txt");
        Assert.Equal(1, (await folder.Ingest()).Missing);
        Assert.Equal("001_00000000000000a5.txt", (string?)(await LastDocuments("missing")).Single()!["file"]);

        folder.Delete("002_00000000000000b5.txt");
        await folder.Ingest();
        Assert.Equal("Gone Page", (string?)(await host.Get("/v1/articles/gone-page"))["headline"]);
        Assert.Equal("Staying Page", (string?)(await host.Get("/v1/articles/staying-page"))["headline"]);
    }

    [Fact]
    public async Task A_broken_page_is_listed_with_file_line_code_and_reason_and_stops_no_other()
    {
        folder.Write("001_00000000000000a6.txt", Page("Before the Broken One"));
        folder.Write("002_00000000000000b6.txt", "Supervisor Elham AbolFateh\n\nOnly a Headline\n\nMon 28 Sep 2020");
        folder.WriteBytes("003_00000000000000c6.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]);
        folder.Write("004_00000000000000d6.txt", Page("After the Broken One"));

        var tally = await folder.Ingest();

        Assert.Equal((2, 2), (tally.Created, tally.Rejected));
        var rejected = await LastDocuments("rejected");
        Assert.Equal(["E_NO_BODY", "E_BINARY"], rejected.Select(document => (string?)document!["code"]));
        Assert.Equal("002_00000000000000b6.txt", (string?)rejected[0]!["file"]);
        Assert.NotNull(rejected[0]!["line"]);
        Assert.NotEmpty((string)rejected[0]!["detail"]!);
        Assert.NotNull(await host.Get("/v1/articles/after-the-broken-one"));

        await folder.Ingest();
        Assert.Equal(2, (await host.Query<int>("select attempts from quarantine where source_key = '00000000000000b6'")).Single());
        folder.Write("002_00000000000000b6.txt", Page("No Longer Broken"));
        await folder.Ingest();
        Assert.Equal("resolved", (await host.Query<string>("select state from quarantine where source_key = '00000000000000b6'")).Single());
    }

    [Fact]
    public async Task Equal_headlines_get_numbered_addresses()
    {
        for (var page = 1; page <= 3; page++)
        {
            folder.Write($"00{page}_00000000000000{page}7.txt", Page("One Headline", $"Story number {page} has its own words."));
        }

        await folder.Ingest();

        Assert.Contains("number 1", (await host.Get("/v1/articles/one-headline?body=text")).ToString());
        Assert.Contains("number 2", (await host.Get("/v1/articles/one-headline-2?body=text")).ToString());
        Assert.Contains("number 3", (await host.Get("/v1/articles/one-headline-3?body=text")).ToString());
    }

    [Fact]
    public async Task A_second_file_with_the_same_key_is_refused()
    {
        folder.Write("001_00000000000000a8.txt", Page("First of Its Key"));
        folder.Write("002_00000000000000a8.txt", Page("Second of Its Key"));

        await folder.Ingest();

        Assert.Equal("E_DUPLICATE_KEY", (string?)(await LastDocuments("rejected")).Single()!["code"]);
    }

    [Fact]
    public async Task What_is_not_a_document_is_passed_over()
    {
        folder.Write("001_00000000000000a9.txt", Page("The Only Document"));
        folder.Write(".hidden.txt", Page("Hidden"));
        folder.Write("~backup.txt", Page("Backup"));
        folder.Write("page.txt.part", Page("Part"));
        folder.Write("notes.rtf", Page("Notes"));

        Assert.Equal(1, (await folder.Ingest()).Seen);
    }

    [Fact]
    public async Task A_run_may_bring_drafts()
    {
        folder.Write("001_00000000000000aa.txt", Page("Enters as Draft"));
        await folder.Ingest(publishes: false);

        await host.GetProblem("/v1/articles/enters-as-draft", HttpStatusCode.NotFound);
        Assert.Contains((await host.GetAsAdmin("/v1/articles?view=draft&limit=100"))["data"]!.AsArray(), article => (string?)article!["headline"] == "Enters as Draft");
    }

    [Fact]
    public async Task Runs_and_their_documents_are_for_keys_and_walk_by_cursor()
    {
        for (var page = 1; page <= 5; page++)
        {
            folder.Write($"00{page}_0000000000000{page}ab.txt", Page($"Walk {page}"));
        }

        await folder.Ingest();
        await folder.Ingest();
        var runs = (await host.GetAsAdmin("/v1/ingestions?limit=2"))["data"]!.AsArray();
        var first = runs[1]!["id"];

        await host.GetProblem("/v1/ingestions", HttpStatusCode.Unauthorized);
        await host.GetProblem($"/v1/ingestions/{first}/documents", HttpStatusCode.Unauthorized);
        Assert.Equal("completed", (string?)(await host.GetAsAdmin($"/v1/ingestions/{first}"))["state"]);
        var page1 = await host.GetAsAdmin($"/v1/ingestions/{first}/documents?limit=3");
        var page2 = await host.GetAsAdmin($"/v1/ingestions/{first}/documents?limit=3&cursor={page1["page"]!["nextCursor"]}");
        Assert.Equal([1, 2, 3, 4, 5], page1["data"]!.AsArray().Concat(page2["data"]!.AsArray()).Select(document => (int)document!["number"]!));
        Assert.False((bool)page2["page"]!["hasMore"]!);
    }

    private async Task<JsonArray> LastDocuments(string outcome)
    {
        var run = (await host.GetAsAdmin("/v1/ingestions?limit=1"))["data"]![0]!["id"];
        return (await host.GetAsAdmin($"/v1/ingestions/{run}/documents?outcome={outcome}"))["data"]!.AsArray();
    }
}
