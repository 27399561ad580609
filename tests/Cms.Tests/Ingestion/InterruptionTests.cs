using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>P9: interrupted anywhere and run again, or run by two at once, the database is that of one quiet run.</summary>
public sealed class InterruptionTests(CmsHost quiet, InterruptionTests.Disturbed disturbed) : IClassFixture<CmsHost>, IClassFixture<InterruptionTests.Disturbed>
{
    private const int Pages = 1200;

    [Fact]
    public async Task An_interrupted_run_and_two_at_once_end_where_one_quiet_run_does()
    {
        using var calm = new SourceFolder(quiet);
        using var rough = new SourceFolder(disturbed);
        for (var page = 0; page < Pages; page++)
        {
            var text = Page($"Story {page % 400}", $"Words of page {page}.", editor: page % 2 == 0 ? "Mona Hanna" : "Sami Aziz");
            calm.Write($"{page:0000}_{page:x16}.txt", text);
            rough.Write($"{page:0000}_{page:x16}.txt", text);
        }

        await calm.Ingest();

        using var interruption = new CancellationTokenSource();
        var interrupted = rough.Ingest(cancellationToken: interruption.Token);
        await CmsHost.WaitUntil(async () => (await disturbed.Query<long>("select count(*) from source_documents")).Single() > 0);
        await interruption.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => interrupted);
        await Task.WhenAll(rough.Ingest(), rough.Ingest());

        Assert.Equal(await Everything(quiet), await Everything(disturbed));
        Assert.Contains("interrupted", await disturbed.Query<string>("select state from ingestions"));
    }

    /// <summary>All that the two databases must have in common: everything but ids and times of writing.</summary>
    private static async Task<string[]> Everything(CmsHost host) =>
    [
        .. await host.Query<string>(
            """
            select concat_ws('|', s.source_key, p.slug, p.headline, p.version, p.revision, p.published_at, p.body_text, p.masthead,
                regexp_replace(w.tsv::text, '''=[apst][0-9a-f]{12}'' ?', '', 'g'), c.name)
            from source_documents s
            join published_articles p on p.article_id = s.article_id
            join published_search w on w.article_id = s.article_id
            join published_authors a on a.article_id = p.article_id
            join contributors c on c.id = a.contributor_id
            order by s.source_key
            """),
        .. await host.Query<string>("select concat_ws('|', action, count(*), count(distinct resource_id)) from audit group by action order by action"),
        .. await host.Query<string>("select concat_ws('|', type, count(*), count(distinct resource_id)) from events group by type order by type"),
        .. await host.Query<string>("select concat_ws('|', role, name, printed_on, stories) from masthead_evidence order by role, name, printed_on"),
        .. await host.Query<string>("select concat_ws('|', (select count(*) from articles), (select count(*) from revisions), (select count(*) from slugs), (select count(*) from contributors))"),
    ];

    public sealed class Disturbed(Cluster cluster) : CmsHost(cluster);
}
