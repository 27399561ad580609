using System.Diagnostics;
using System.Globalization;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>Searches of a large archive over HTTP, one at a time and eight at once.</summary>
internal static class SearchScaleBenchmark
{
    private const int VocabularyPerStory = 3;

    /// <param name="database">Where the archive is, or will be.</param>
    /// <param name="articles">Stories in the archive.</param>
    /// <param name="isShort">A glance: fewer queries.</param>
    public static async Task Run(ScratchDatabase database, int articles, bool isShort)
    {
        var owner = database.Owner;
        using var ours = await ServerProcess.StartOurs(database);
        using var client = new HttpClient { BaseAddress = ours.Address, Timeout = TimeSpan.FromSeconds(30) };
        var clock = Stopwatch.StartNew();
        var vocabulary = await ScaleArchive.Load(owner, articles, Math.Clamp(articles / VocabularyPerStory, 20_000, 300_000));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles} articles after {clock.Elapsed.TotalSeconds:0} s"));
        await WaitForStatistics(owner, articles);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"statistics after {clock.Elapsed.TotalSeconds:0} s"));

        var queries = await ScaleQueries.Make(owner, vocabulary);
        var count = isShort ? 20 : 60;
        var postmaster = await PostmasterOf(owner);
        foreach (var connections in new[] { 1, 8 })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the machine gives a busy thread {BusyShare():.00} of a processor"));
            Console.WriteLine($"{connections + " at once",-30} {"p50",8} {"p95",8} {"p99",8} ms {"CPU ms",8}   not 200");
            // Other queries each time: answers are kept.
            foreach (var (name, paths) in queries.Kinds(count))
            {
                await Measure(client, name, paths, connections, () => CpuClock.Read(ours.Process, postmaster));
            }
        }

        var judged = queries.Kinds(count).Where(kind => kind.Name is "one common word" or "one word" or "two words" or "three words" or "four words" or "two common words");
        await ScaleFidelity.Measure(client, owner, judged, isShort ? 5 : 20);
        await WriteCost.Measure(owner);
    }

    /// <param name="client">Who asks.</param>
    /// <param name="name">What is asked.</param>
    /// <param name="paths">The requests.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="clock">Processor time of the server and PostgreSQL, which tells more than the times where others are at work.</param>
    private static async Task Measure(HttpClient client, string name, IReadOnlyList<string> paths, int connections, Func<CpuClock> clock)
    {
        var times = new List<double>();
        var refused = 0;
        // Plans settle after five runs of a statement on each connection.
        foreach (var path in paths.Take(6))
        {
            (await client.GetAsync(path)).Dispose();
        }

        var before = clock();
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (path, cancellationToken) =>
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path, cancellationToken);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            lock (times)
            {
                times.Add(milliseconds);
                refused += answer.IsSuccessStatusCode ? 0 : 1;
            }
        });
        var used = clock().Since(before);
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-30} {times[times.Count / 2],8:0} {times[times.Count * 95 / 100],8:0} {times[times.Count * 99 / 100],8:0}    "
            + $"{(used.Server + used.Postgres).TotalMilliseconds / paths.Count,8:0.0}   {refused}"));
    }

    /// <summary>How much of a processor one thread gets: below 1 others are at work, and times are longer for it.</summary>
    private static double BusyShare()
    {
        using var process = Process.GetCurrentProcess();
        var (started, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < 1)
        {
        }

        process.Refresh();
        return (process.TotalProcessorTime - used).TotalSeconds / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The process that the backends of a server on this machine descend from.</summary>
    private static async Task<int> PostmasterOf(string owner)
    {
        await using var connection = new NpgsqlConnection(owner + ";Pooling=false");
        var stat = await File.ReadAllTextAsync($"/proc/{await connection.ExecuteScalarAsync<int>("select pg_backend_pid()")}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>An archive that is kept on a server, made if it is not there.</summary>
    /// <param name="server">A connection string whose user may create databases.</param>
    /// <param name="name">The database.</param>
    public static async Task<ScratchDatabase> Keep(string server, string name)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        if (!await connection.ExecuteScalarAsync<bool>("select exists (select from pg_database where datname = @name)", new { name }))
        {
            await connection.ExecuteAsync($"create database {name}");
        }

        return new(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, Drop: null);
    }

    private static async Task WaitForStatistics(string owner, int articles)
    {
        await using var connection = new NpgsqlConnection(owner + ";Pooling=false");
        const string busy =
            """
            select exists (select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid())
            """;
        // Those of an archive that was searched before may be due again, which takes a processor for half a minute.
        do
        {
            await Task.Delay(3000);
        }
        while (await connection.ExecuteScalarAsync<long>("select coalesce(max(stories), 0) from search_totals") != articles
            || await connection.ExecuteScalarAsync<bool>(busy));
    }
}
