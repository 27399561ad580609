using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Benchmarks.Archive;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;
using Cms.Content.Bodies;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Writing;

/// <summary>Stories made through our API, and the same rows inserted by the driver alone, taking turns on one durable server.</summary>
internal static class WriteBenchmark
{
    private const int Bodies = 500;

    public static async Task Run(ScratchPostgres postgres, Extent extent)
    {
        await using var database = await postgres.CreateDatabase("write");
        using var ours = await ServerProcess.StartOurs(database);
        var text = new GeneratedText(seed: 13);
        var filing = new ArchiveFiling();
        var stories = Enumerable.Range(0, Bodies).Select(number => ArchiveStory.Write(number, text, filing)).ToList();
        await ArchiveLoader.Load(database.Owner, stories, filing, text);
        using var raw = await ServerProcess.Start("raw-write", database.Owner);

        var posts = LoadWindow.Posts("/v1/articles", ServerProcess.Key, stories.Select(story => Input(story, filing)));
        Contestant[] contestants = [new("create, ours", ours, posts), new("create, raw inserts", raw, posts)];
        Contest.Run(contestants, postgres.ProcessId, extent);
        await Compare(database, ours, raw, posts[0]);
        Goal.AtLeast("create vs raw inserts of the same rows, CPU", contestants[1].Cpu / contestants[0].Cpu, 0.6);
        Console.WriteLine($"  beside: {contestants[0].Rate / contestants[1].Rate:0.00} of its rps");
    }

    /// <summary>What one story costs in rows, log and commits on either side.</summary>
    private static async Task Compare(ScratchDatabase database, ServerProcess ours, ServerProcess raw, byte[] post)
    {
        const int count = 50;
        await using var connection = new NpgsqlConnection(database.Owner + ";Pooling=false");
        foreach (var (name, server) in new[] { ("ours", ours), ("raw", raw) })
        {
            using var load = new LoadConnection(server.Address);
            var before = await Look(connection);
            for (var story = 0; story < count; story++)
            {
                load.Ask(post);
            }

            var after = await Look(connection);
            Console.WriteLine($"one story, {name,-4}: {(after.Rows - before.Rows) / (double)count:0.0} rows, {(after.Log - before.Log) / count} bytes of log");
        }
    }

    private static Task<(long Rows, long Log)> Look(NpgsqlConnection connection) => connection.QuerySingleAsync<(long Rows, long Log)>(
        """
        select
            (select count(*) from articles) + (select count(*) from revisions) + (select count(*) from audit) + (select count(*) from events),
            (pg_current_wal_insert_lsn() - '0/0')::bigint
        """);

    private static string Input(ArchiveStory story, ArchiveFiling filing) => new JsonObject
    {
        ["headline"] = story.Headline,
        ["deck"] = story.Deck,
        ["byline"] = story.Byline,
        ["sectionSlug"] = Slug(filing.Sections, story.Section),
        ["tagSlugs"] = new JsonArray([.. story.Tags.Select(tag => JsonValue.Create(Slug(filing.Tags, tag)))]),
        ["authors"] = new JsonArray([.. story.Authors.Select(author => new JsonObject { ["slug"] = Slug(filing.Contributors, author) })]),
        ["body"] = JsonNode.Parse(BodyJson.Write(story.Body)),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>As the archive files it: by place, from 1.</summary>
    private static string Slug(Guid[] ids, Guid id) => $"filed-{Array.IndexOf(ids, id) + 1}";
}
