using System.Globalization;
using System.Text.Json;
using Cms.Benchmarks.Servers;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Relevance;

/// <summary>Ranks judged collections through the product's HTTP search and through Lucene, in one run.</summary>
internal static class RelevanceBenchmark
{
    /// <summary>The longest query that the API takes.</summary>
    private const int QueryLength = 512;

    /// <summary>What comes along: sixty short reports. So few tell that ranking works, not how much better than Lucene's it is.</summary>
    public static async Task Glance(ScratchPostgres postgres)
    {
        var (ratios, kept) = await CompareAll(postgres, Path.Combine(AppContext.BaseDirectory, "Relevance", "Glance"), isShort: false);
        Goal.AtLeast("nDCG@10 vs Lucene, small collection", ratios.Average(), 1);
        Goal.AtLeast("misspelt queries vs clean, small collection", kept.Average(), .9);
    }

    public static async Task Run(ScratchPostgres postgres, string folder, bool isShort)
    {
        var (ratios, kept) = await CompareAll(postgres, folder, isShort);
        Goal.AtLeast("nDCG@10 of even queries vs Lucene, mean of collections", ratios.Average(), 1.03);
        Goal.AtLeast("misspelt queries vs clean, worst collection", kept.Min(), .9);
    }

    private static async Task<(IReadOnlyList<double> Ratios, IReadOnlyList<double> Kept)> CompareAll(
        ScratchPostgres postgres, string folder, bool isShort)
    {
        Console.WriteLine($"{"collection",-12} {"engine",-10} {"nDCG@10",8} {"MAP",8} {"R@100",8} {"MRR",8}   even queries: nDCG@10, paired p; misspelt");
        var (ratios, shares) = (new List<double>(), new List<double>());
        foreach (var collection in JudgedCollection.ReadAll(folder).Take(isShort ? 1 : int.MaxValue))
        {
            var (ratio, kept) = await Compare(postgres, collection, isShort);
            ratios.Add(ratio);
            shares.Add(kept);
        }

        return (ratios, shares);
    }

    private static async Task<(double Ratio, double Kept)> Compare(ScratchPostgres postgres, JudgedCollection collection, bool isShort)
    {
        await using var database = await postgres.CreateDatabase("judged");
        using var server = await ServerProcess.StartOurs(database);
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(30) };
        var documents = await CollectionLoader.Load(database.Owner, collection);
        await using (var connection = new NpgsqlConnection(database.Owner + ";Pooling=false"))
        {
            await Until(async () => await connection.ExecuteScalarAsync<long>("select coalesce(max(stories), 0) from search_totals") == documents.Count);
        }

        using var lucene = new LuceneEngine(collection);
        var queries = collection.Queries.Where(query => query.Grades.Count > 0).Take(isShort ? 10 : int.MaxValue).ToList();
        var theirs = queries.Select(query => RankMeasures.Of(lucene.Rank(query.Text), query.Grades)).ToList();
        var ours = new List<RankMeasures>();
        var misspelt = new List<RankMeasures>();
        for (var index = 0; index < queries.Count; index++)
        {
            ours.Add(RankMeasures.Of(await Rank(client, queries[index].Text, documents), queries[index].Grades));
            misspelt.Add(RankMeasures.Of(await Rank(client, Misspelling.Of(queries[index].Text, index), documents), queries[index].Grades));
        }

        Print(collection.Name, "Lucene", theirs, "");
        // Whatever was tuned was tuned on odd queries.
        var even = Enumerable.Range(0, queries.Count).Where(index => index % 2 == 1).ToList();
        var (us, them) = (even.Average(index => ours[index].Ndcg), even.Average(index => theirs[index].Ndcg));
        var chance = PairedTest.Probability([.. even.Select(index => ours[index].Ndcg - theirs[index].Ndcg)]);
        var kept = misspelt.Average(measure => measure.Ndcg) / ours.Average(measure => measure.Ndcg);
        Print("", "Cms", ours, string.Create(CultureInfo.InvariantCulture, $"{us:.000} vs {them:.000}, p {chance:.000}; misspelt {kept:.00} of clean"));
        return (us / them, kept);
    }

    private static async Task<IReadOnlyList<string>> Rank(HttpClient client, string query, IReadOnlyDictionary<string, string> documents)
    {
        var text = query.Length <= QueryLength ? query : query[..QueryLength];
        await using var answer = await client.GetStreamAsync("/v1/search?limit=100&q=" + Uri.EscapeDataString(text));
        using var json = await JsonDocument.ParseAsync(answer);
        return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(hit => documents[hit.GetProperty("article").GetProperty("id").GetString()!])];
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var attempt = 0; !await holds(); attempt++)
        {
            await Task.Delay(200);
            if (attempt > 600)
            {
                throw new TimeoutException("The server was not ready for the collection within two minutes.");
            }
        }
    }

    private static void Print(string collection, string engine, List<RankMeasures> measures, string remark) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{collection,-12} {engine,-10} {measures.Average(x => x.Ndcg),8:.000} {measures.Average(x => x.Precision),8:.000} "
            + $"{measures.Average(x => x.Recall),8:.000} {measures.Average(x => x.ReciprocalRank),8:.000}   {remark}"));
}
