using System.Diagnostics;
using System.Text;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Load;

/// <summary>What one window of load on one server came to.</summary>
/// <param name="RequestsPerSecond">Answers in a second.</param>
/// <param name="Server">Microseconds of the server's processor time for one answer.</param>
/// <param name="Postgres">Those of PostgreSQL.</param>
/// <param name="Client">Those of the client.</param>
internal sealed record LoadWindow(double RequestsPerSecond, double Server, double Postgres, double Client)
{
    private const int Connections = 16;

    /// <summary>Everything that one answer costs.</summary>
    public double Cpu => Server + Postgres + Client;

    /// <summary>The requests of a set of paths, as they go over the wire; `header` is one more line of each.</summary>
    public static byte[][] Requests(IEnumerable<string> paths, string? header = null)
    {
        var more = header is null ? "" : $"{header}\r\n";
        return [.. paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n{more}\r\n"))];
    }

    /// <summary>The requests that send bodies to a path, as they go over the wire.</summary>
    public static byte[][] Posts(string path, string key, IEnumerable<string> bodies) =>
        [.. bodies.Select(body => Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"))];

    /// <summary>Keeps a server busy with requests picked at random.</summary>
    public static LoadWindow Run(ServerProcess server, int postmaster, byte[][] requests, TimeSpan time)
    {
        var connections = Enumerable.Range(0, Connections).Select(_ => new LoadConnection(server.Address)).ToList();
        var count = 0;
        var before = CpuClock.Read(server.Process, postmaster);
        // Without what reading the clocks of others costs, which would weigh on whoever answers little.
        var own = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var threads = connections.Select((connection, number) => new Thread(() => Interlocked.Add(ref count, Work(connection, requests, clock, time, number)))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = clock.Elapsed.TotalSeconds;
        var client = Environment.CpuUsage.TotalTime - own;
        var spent = CpuClock.Read(server.Process, postmaster).Since(before);
        connections.ForEach(connection => connection.Dispose());
        return new(count / seconds, spent.Server.TotalMicroseconds / count, spent.Postgres.TotalMicroseconds / count, client.TotalMicroseconds / count);
    }

    private static int Work(LoadConnection connection, byte[][] requests, Stopwatch clock, TimeSpan time, int seed)
    {
        var random = new Random(seed);
        var count = 0;
        while (clock.Elapsed < time)
        {
            connection.Ask(requests[random.Next(requests.Length)]);
            count++;
        }

        return count;
    }
}
