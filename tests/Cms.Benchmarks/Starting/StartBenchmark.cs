using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cms.Benchmarks.Archive;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Publishing;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Starting;

/// <summary>From the start of the process to the first story, and the memory after some more, beside the least that such a program is; both published.</summary>
internal static class StartBenchmark
{
    private const int Stories = 200;

    /// <summary>A light load: enough that all is loaded that serves a story.</summary>
    private const int Requests = 1_000;

    public static async Task Run(ScratchPostgres postgres, Extent extent)
    {
        await using var database = await postgres.CreateDatabase("start");
        // Nothing is kept, so that memory is the program's own.
        string[] ours = ["--Cms:Seeds=", "--Cms:Cache:Megabytes=0", .. database.Settings];
        using (await ServerProcess.StartOurs(database))
        {
        }

        var text = new GeneratedText(seed: 7);
        var filing = new ArchiveFiling();
        var stories = Enumerable.Range(0, Stories).Select(number => ArchiveStory.Write(number, text, filing)).ToList();
        await ArchiveLoader.Load(database.Owner, stories, filing, text);

        var requests = LoadWindow.Requests(stories.Select(story => $"/v1/articles/{story.Slug}"));
        Starter[] starters = [new("slim", Published.Slim, [$"--database={database.Reader}"]), new("ours", Published.Cms, ours)];
        for (var repetition = 0; repetition < extent.Repetitions; repetition++)
        {
            foreach (var starter in starters)
            {
                starter.Runs.Add(Measure(starter, requests));
            }
        }

        Console.WriteLine($"{"median of " + extent.Repetitions,-12} {"ms to first 200",16} {"CPU ms",8} {"MB after " + Requests + " requests",24}");
        foreach (var one in starters)
        {
            Console.WriteLine($"{one.Name,-12} {one.Of(run => run.Milliseconds),16:0} {one.Of(run => run.Cpu),8:0} {one.Of(run => run.Megabytes),24:0}");
        }

        var (slim, cms) = (starters[0], starters[1]);
        Goal.AtMost("first 200, published, vs a slim program", cms.Of(run => run.Milliseconds) / slim.Of(run => run.Milliseconds), 2);
        Console.WriteLine($"  beside: {cms.Of(run => run.Cpu) / slim.Of(run => run.Cpu):0.00} in CPU");
        Goal.AtMost("resident memory, cache excluded, vs a slim program", cms.Of(run => run.Megabytes) / slim.Of(run => run.Megabytes), 1.5);
    }

    private static StartRun Measure(Starter starter, byte[][] requests)
    {
        var address = FreeAddress();
        var clock = Stopwatch.StartNew();
        using var server = ServerProcess.StartAt(address, starter.Program, [$"--urls={address.GetLeftPart(UriPartial.Authority)}", .. starter.Arguments]);
        while (!IsAnswered(server, requests[0]))
        {
            Thread.Sleep(2);
        }

        var milliseconds = clock.Elapsed.TotalMilliseconds;
        server.Process.Refresh();
        var cpu = server.Process.TotalProcessorTime.TotalMilliseconds;
        using (var connection = new LoadConnection(address))
        {
            for (var request = 0; request < Requests; request++)
            {
                connection.Ask(requests[request % requests.Length]);
            }
        }

        server.Process.Refresh();
        return new StartRun(milliseconds, cpu, server.Process.WorkingSet64 / 1048576.0);
    }

    /// <summary>Whether a story comes; before that nobody listens, and then the database is not ready.</summary>
    private static bool IsAnswered(ServerProcess server, byte[] request)
    {
        if (server.Process.HasExited)
        {
            throw new InvalidOperationException($"The server ended with code {server.Process.ExitCode}.");
        }

        try
        {
            using var connection = new LoadConnection(server.Address);
            return connection.IsAnswered(request);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private sealed record Starter(string Name, string Program, string[] Arguments)
    {
        public List<StartRun> Runs { get; } = [];

        public double Of(Func<StartRun, double> figure) => Goal.Median(Runs.Select(figure));
    }

    private sealed record StartRun(double Milliseconds, double Cpu, double Megabytes);
}
