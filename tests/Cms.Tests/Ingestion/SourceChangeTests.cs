using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>What becomes of stories in the long run, when their pages change again, part ways, come back or are cut off.</summary>
public sealed class SourceChangeTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_newest_version_of_a_page_is_the_one_that_waits_beside_an_editors()
    {
        folder.Write("conflict.txt", Page("Two hands on one story"));
        await folder.Ingest();
        await host.Execute("update articles set edited_at = now() + interval '1 second' where slug = 'two-hands-on-one-story'");

        folder.Write("conflict.txt", Page("The page thinks otherwise"));
        var first = await folder.Ingest();
        var again = await folder.Ingest();
        folder.Write("conflict.txt", Page("The page thinks otherwise once more"));
        var more = await folder.Ingest();

        Assert.Equal((1, 0, 1), (first.Conflict, again.Conflict, more.Conflict));
        Assert.Equal(1, again.Unchanged);
        Assert.Equal("Two hands on one story", (string?)(await host.Get("/v1/articles/two-hands-on-one-story"))["headline"]);
        Assert.Equal(["The page thinks otherwise once more"], await host.Query<string>("select headline from pending_revisions"));
    }

    [Fact]
    public async Task A_duplicate_is_known_in_later_runs_and_becomes_a_story_of_its_own_when_it_changes()
    {
        folder.Write("a.txt", Page("Copied once"));
        await folder.Ingest();
        folder.Write("b.txt", Page("Copied once") + "\n");
        var copied = await folder.Ingest();
        folder.Write("b.txt", Page("No longer a copy"));
        var parted = await folder.Ingest();

        Assert.Equal((1, 0, 1), (copied.Duplicate, copied.Created, parted.Created));
        Assert.Equal("Copied once", (string?)(await host.Get("/v1/articles/copied-once"))["headline"]);
        Assert.Equal("No longer a copy", (string?)(await host.Get("/v1/articles/no-longer-a-copy"))["headline"]);
    }

    [Fact]
    public async Task A_page_that_comes_back_is_no_longer_missing_and_is_missed_once_only()
    {
        folder.Write("gone.txt", Page("Here today"));
        await folder.Ingest();

        folder.Delete("gone.txt");
        var gone = await folder.Ingest();
        var still = await folder.Ingest();
        folder.Write("gone.txt", Page("Here today"));
        var back = await folder.Ingest();

        Assert.Equal((1, 0, 0, 1), (gone.Missing, still.Missing, back.Missing, back.Unchanged));
        Assert.Equal([null], await host.Query<DateTime?>("select missing_since from source_documents where source_key = 'gone'"));
    }

    [Fact]
    public async Task A_good_page_that_returns_unchanged_closes_the_quarantine_of_the_bad_one()
    {
        folder.Write("wavering.txt", Page("Good at first"));
        await folder.Ingest();
        folder.Write("wavering.txt", "");
        var bad = await folder.Ingest();
        folder.Write("wavering.txt", Page("Good at first"));
        await folder.Ingest();

        Assert.Equal(1, bad.Rejected);
        Assert.Equal(["resolved"], await host.Query<string>("select state from quarantine where source_key = 'wavering'"));
    }

    [Fact]
    public async Task What_the_database_refuses_is_reported_without_losing_its_neighbours()
    {
        await host.Execute("alter table revisions add constraint revisions_taste_check check (headline <> 'In bad taste')");
        folder.Write("a.refused.txt", Page("Before the bad one"));
        folder.Write("b.refused.txt", Page("In bad taste"));
        folder.Write("c.refused.txt", Page("After the bad one"));

        var tally = await folder.Ingest();

        Assert.Equal((2, 1), (tally.Created, tally.Rejected));
        var run = (await host.GetAsAdmin("/v1/ingestions?limit=1"))["data"]![0]!["id"];
        var document = (await host.GetAsAdmin($"/v1/ingestions/{run}/documents?outcome=rejected"))["data"]!.AsArray().Single()!;
        Assert.Equal("b.refused.txt E_REFUSED", $"{document["file"]} {document["code"]}");
        Assert.Contains("revisions_taste_check", (string?)document["detail"], StringComparison.Ordinal);
        await host.Get("/v1/articles/before-the-bad-one");
        await host.Get("/v1/articles/after-the-bad-one");
    }

    [Fact]
    public async Task A_page_without_a_date_waits_as_a_draft_and_what_it_is_filed_under_stays_hidden()
    {
        folder.Write(
            "undated.txt",
            "Supervisor Elham AbolFateh\n\nCulture\nNobody knows when\n\nBy Hidden Author\n\nIt happened on a day that the page does not print.\n");

        await folder.Ingest();

        await host.GetProblem("/v1/articles/nobody-knows-when", HttpStatusCode.NotFound);
        await host.GetProblem("/v1/sections/culture", HttpStatusCode.NotFound);
        await host.GetProblem("/v1/contributors/hidden-author", HttpStatusCode.NotFound);
        var draft = (await host.GetAsAdmin("/v1/articles?view=draft&limit=100"))["data"]!.AsArray()
            .Single(article => (string?)article!["headline"] == "Nobody knows when")!;
        Assert.Equal("draft Culture", $"{draft["status"]} {draft["section"]!["name"]}");
        Assert.Null(draft["publishedAt"]);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_called_so_by_the_next()
    {
        await folder.Ingest();
        var id = Guid.CreateVersion7();
        await host.Execute(
            """
            insert into ingestions (id, publication_id, kind, name, state, parser_version)
            select @id, id, 'folder', 'seeds', 'running', 1
            from publications
            """,
            new { id });

        await folder.Ingest();

        Assert.Equal("interrupted", (string?)(await host.GetAsAdmin($"/v1/ingestions/{id}"))["state"]);
    }

    [Fact]
    public async Task A_story_without_a_masthead_has_the_publications_of_its_day_and_keeps_it()
    {
        folder.Write("1_old.txt", Page("Printed with a masthead", "The council met in June.", "Mon 5 Jun 2017 | 11:15 AM", editor: "Sami Aziz"));
        folder.Write("2_bare.txt", string.Join('\n', Page("Printed without one", date: "Tue 6 Jun 2017 | 11:15 AM").Split('\n').Skip(3)));
        await folder.Ingest();
        var before = await Masthead();

        folder.Write("3_new.txt", Page("Printed the same day", "The clerk resigned.", "Tue 6 Jun 2017 | 9:00 AM", editor: "Mona Hanna"));
        await folder.Ingest();

        Assert.Contains(before, office => (string?)office!["name"] == "Sami Aziz");
        Assert.True(JsonNode.DeepEquals(before, await Masthead()));
    }

    private async Task<JsonArray> Masthead() => (await host.Get("/v1/articles/printed-without-one"))["masthead"]!.AsArray();
}
