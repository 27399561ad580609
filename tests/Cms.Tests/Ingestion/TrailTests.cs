using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>P19 for runs over folders: each story that a document changed has one audit row and one event; nothing else has any.</summary>
public sealed class TrailTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_story_that_a_document_changes_leaves_one_audit_row_and_one_event()
    {
        folder.Write("trail-1.txt", Page("Trail of a story"));
        folder.Write("trail-2.txt", Page("Trail of a story"));
        folder.Write("trail-3.txt", "Trail without a date\n\nIt happened on a day that the page does not print, the clerk said.\n");
        await folder.Ingest();
        folder.Write("trail-1.txt", Page("Trail of a story that changed"));
        await folder.Ingest();

        Assert.Equal(
            ["ingestion article.publish 1 1", "ingestion article.publish 2 2"],
            await Trail("trail-of-a-story", "select concat_ws(' ', caller, action, details->>'version', details->>'revision') from audit"));
        Assert.Equal(
            ["article.published 1 1", "article.published 2 2"],
            await Trail("trail-of-a-story", "select concat_ws(' ', type, payload->>'version', payload->>'revision') from events"));
        Assert.Equal(["ingestion article.create"], await Trail("trail-without-a-date", "select concat_ws(' ', caller, action) from audit"));
        Assert.Equal(["article.created"], await Trail("trail-without-a-date", "select type from events"));
        Assert.Equal(
            [true],
            await host.Query<bool>(
                "select distinct payload->>'id' = resource_id::text and payload->>'publicationId' = p.id::text from events, publications p"));
    }

    [Fact]
    public async Task A_page_that_waits_beside_an_editors_version_leaves_a_trail_too()
    {
        folder.Write("waiting.txt", Page("Waiting for a person"));
        await folder.Ingest();
        await host.Execute("update articles set edited_at = now() + interval '1 second' where slug = 'waiting-for-a-person'");
        folder.Write("waiting.txt", Page("Waiting for a person still"));

        await folder.Ingest();

        Assert.Equal(["article.publish", "article.pendRevision"], await Trail("waiting-for-a-person", "select action from audit"));
        Assert.Equal(["article.published", "article.revisionPending"], await Trail("waiting-for-a-person", "select type from events"));
    }

    [Fact]
    public async Task A_run_without_changes_writes_its_own_row_only()
    {
        folder.Write("still-1.txt", Page("Nothing new here"));
        folder.Write("still-2.txt", Page("Nothing new there"));
        await folder.Ingest();
        var before = await host.RowsByTable();
        var stamps = await host.Query<string>("select concat_ws(' ', id, version, updated_at) from articles order by id");

        await folder.Ingest();

        var added = (await host.RowsByTable()).Except(before).Single();
        var runs = (await host.Query<int>("select count(*)::int from ingestions")).Single();
        Assert.Equal(("ingestions", (long)runs), added);
        Assert.Contains(("ingestions", (long)(runs - 1)), before);
        Assert.Equal(stamps, await host.Query<string>("select concat_ws(' ', id, version, updated_at) from articles order by id"));
    }

    private Task<IEnumerable<string>> Trail(string slug, string select) =>
        host.Query<string>($"{select} where resource_id = (select id from articles where slug = @slug) order by id", new { slug });
}
