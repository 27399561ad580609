using System.Diagnostics;

namespace Cms.Benchmarks.Servers;

/// <summary>A server in a process of its own, so that its processor time can be told apart; it stops when its standard input closes.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The verb by which this program calls itself.</summary>
    public const string Verb = "serve";

    private ServerProcess(Process process, Uri address) => (Process, Address) = (process, address);

    public Process Process { get; }

    public Uri Address { get; }

    /// <summary>Starts a server and waits until it says where it listens.</summary>
    public static async Task<ServerProcess> Start(string kind, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, kind, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
            {
                // Read on, or its log would fill the pipe and stop it.
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServerProcess(process, new Uri(line[at..].Split(' ')[0]));
            }
        }

        throw new InvalidOperationException($"The server '{kind}' ended before it listened.");
    }

    /// <summary>Is the server: runs in the process that <see cref="Start"/> has started.</summary>
    public static async Task Serve(string kind, string[] arguments)
    {
        await using var app = kind switch
        {
            "ours" => Cms.Program.Build(arguments),
            "raw" => RawServer.Build(arguments[0]),
            "raw-write" => await RawWriteServer.Build(arguments[0]),
            _ => BareServer.Build(arguments[0]),
        };
        await app.StartAsync();
        if (kind != "ours")
        {
            Console.WriteLine(app.Urls.First());
        }

        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public void Dispose()
    {
        Process.StandardInput.Close();
        if (!Process.WaitForExit(10_000))
        {
            Process.Kill();
        }

        Process.Dispose();
    }
}
