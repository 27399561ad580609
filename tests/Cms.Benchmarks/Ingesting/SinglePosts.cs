using System.Diagnostics;
using System.Text;
using Cms.Benchmarks.Load;
using Cms.Benchmarks.Servers;

namespace Cms.Benchmarks.Ingesting;

/// <summary>The same pages sent one by one, over as many connections as an ingestion writes over.</summary>
internal static class SinglePosts
{
    private const int Connections = 2;
    private const int WarmUp = 50;

    /// <summary>Sends all pages of a folder into an empty database; answers how many a second, once the server is warm.</summary>
    public static async Task<double> Run(string folder, ScratchDatabase database)
    {
        using var server = await ServerProcess.StartOurs(database);
        var posts = Directory.EnumerateFiles(folder).Order().Select(Post).ToList();
        Send(server, posts[..WarmUp]);
        var clock = Stopwatch.StartNew();
        Send(server, posts[WarmUp..]);
        return (posts.Count - WarmUp) / clock.Elapsed.TotalSeconds;
    }

    private static void Send(ServerProcess server, IReadOnlyList<byte[]> posts)
    {
        var next = -1;
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(() =>
        {
            using var connection = new LoadConnection(server.Address);
            for (var post = Interlocked.Increment(ref next); post < posts.Count; post = Interlocked.Increment(ref next))
            {
                connection.Ask(posts[post]);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static byte[] Post(string file)
    {
        var page = File.ReadAllBytes(file);
        var head = $"POST /v1/ingestions?name={Path.GetFileName(file)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ServerProcess.Key}\r\n"
            + $"Idempotency-Key: {Path.GetFileNameWithoutExtension(file)}\r\nContent-Type: text/plain\r\nContent-Length: {page.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. page];
    }
}
