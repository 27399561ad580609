using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.SearchScale;
using Cms.Benchmarks.Servers;
using Cms.Http.Pages;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Growth;

/// <summary>What one answer costs on a large archive and on a small one, taking turns; nothing is kept, so that every answer asks PostgreSQL.</summary>
internal static class GrowthBenchmark
{
    /// <summary>Words of about so many stories are rare, in either archive.</summary>
    private const int Rare = 10;

    /// <summary>Words for each story: what people write about grows with the archive, so that its rarest words stay as rare.</summary>
    private const int WordsOfStory = 3;

    /// <summary>How many of the rarest words are looked at.</summary>
    private const int Rarest = 2_000;

    private static readonly string[] Kinds = ["by slug", "first list page", "deep page", "rare-word search"];

    /// <param name="postgres">Where both are.</param>
    /// <param name="small">Stories in the small archive.</param>
    /// <param name="large">Stories in the large archive.</param>
    /// <param name="extent">How long.</param>
    public static async Task Run(ScratchPostgres postgres, int small, int large, Extent extent)
    {
        await using var smallArchive = await postgres.CreateDatabase("small_archive");
        var (few, fromFew) = await Serve(smallArchive, small);
        using var servesFew = few;
        await using var largeArchive = await postgres.CreateDatabase("large_archive");
        var (many, fromMany) = await Serve(largeArchive, large);
        using var servesMany = many;
        Contest.Run([.. fromFew.Zip(fromMany, (one, other) => new[] { one, other }).SelectMany(pair => pair)], postgres.ProcessId, extent);
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            Goal.AtMost($"{Kinds[kind]}, {Text(large)} vs {Text(small)} articles, CPU", fromMany[kind].Cpu / fromFew[kind].Cpu, 1.5);
        }
    }

    private static string Text(int articles) => articles.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Fills an archive, and says what it is asked for.</summary>
    private static async Task<(ServerProcess Server, Contestant[] Asked)> Serve(ScratchDatabase database, int articles)
    {
        var server = await ServerProcess.StartOurs(database, "--Cms:Cache:Megabytes=0");
        var clock = Stopwatch.StartNew();
        var vocabulary = await ScaleArchive.Load(database.Owner, articles, articles * WordsOfStory);
        await using var connection = new NpgsqlConnection(database.Owner + ";Pooling=false;Command Timeout=0");
        while (await connection.ExecuteScalarAsync<long>("select coalesce(max(stories), 0) from search_totals") != articles)
        {
            await Task.Delay(500);
        }

        await connection.ExecuteAsync("vacuum analyze");
        await connection.ExecuteAsync("checkpoint;");
        Console.WriteLine($"{Text(articles)} articles after {clock.Elapsed.TotalSeconds:0.0} s");
        return (server, await Contestants(connection, server, articles, vocabulary));
    }

    private static async Task<Contestant[]> Contestants(NpgsqlConnection connection, ServerProcess server, int articles, ScaleVocabulary vocabulary)
    {
        // Counted by the index: what is known of a large archive's words comes from a sample, in which rare ones are missing.
        var words = (await connection.QueryAsync<string>(
            """
            set enable_seqscan = off;

            select w.word
            from unnest(@words) w (word)
            cross join lateral (
                select count(*) as stories
                from published_search
                where tsv @@ phraseto_tsquery('search_english', search_fold(w.word))) f
            where f.stories between @Rare - 2 and @Rare + 2
            limit 50
            """,
            new { Rare, words = vocabulary.Words.TakeLast(Rarest).ToArray() })).ToList();
        var random = new Random(5);
        string[][] paths =
        [
            [.. Enumerable.Range(0, 5_000).Select(_ => $"/v1/articles/story-{random.Next(articles)}")],
            ["/v1/articles"],
            [.. await DeepPages(connection, server, articles)],
            [.. words.Select(word => $"/v1/search?q={Uri.EscapeDataString(word)}")],
        ];
        return [.. Kinds.Zip(paths, (kind, asked) => new Contestant($"{kind}, {Text(articles)}", server, LoadWindow.Requests(asked)))];
    }

    /// <summary>Pages far into the list of all, by the cursor that a reader would have who walked there.</summary>
    private static async Task<IEnumerable<string>> DeepPages(NpgsqlConnection connection, ServerProcess server, int articles)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var first = JsonDocument.Parse(await client.GetStringAsync("/v1/articles"));
        var cursor = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(first.RootElement.GetProperty("page").GetProperty("nextCursor").GetString()), CursorJson.Default.Cursor)!;
        var ends = await connection.QueryAsync<(Guid Id, DateTime PublishedAt)>(
            """
            select article_id, published_at
            from published_articles
            order by published_at desc, article_id desc
            offset @Start
            limit 50
            """,
            new { Start = articles * 9L / 10 });
        return ends.Select(end => $"/v1/articles?cursor={(cursor with { Key = end.PublishedAt.ToString("O", CultureInfo.InvariantCulture), Id = end.Id }).Encode()}");
    }
}
