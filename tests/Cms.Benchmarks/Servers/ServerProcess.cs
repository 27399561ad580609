using System.Diagnostics;
using Cms.Benchmarks.Publishing;

namespace Cms.Benchmarks.Servers;

/// <summary>A server in a process of its own, so that its processor time can be told apart; it stops when its standard input closes.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The verb by which this program calls itself.</summary>
    public const string Verb = "serve";

    /// <summary>The admin key of ours.</summary>
    public const string Key = "a-key-for-benchmarks-only-0123456789";

    /// <summary>Ends a program that knows nothing of its standard input when that closes, also because we were killed; the program keeps the process.</summary>
    private const string UntilInputCloses =
        "server=$$; exec 3<&0; (cat <&3 >/dev/null; kill $server) >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

    private ServerProcess(Process process, Uri address) => (Process, Address) = (process, address);

    public Process Process { get; }

    public Uri Address { get; }

    /// <summary>Starts the product, published, on a database of its own, and waits until it is ready.</summary>
    public static Task<ServerProcess> StartOurs(ScratchDatabase database, params IEnumerable<string> settings) =>
        Listening(Launch(Published.Cms, ["--urls=http://127.0.0.1:0", "--Cms:Seeds=", $"--Cms:BootstrapKey={Key}", .. database.Settings, .. settings]));

    /// <summary>Starts a server that ours is held against, and waits until it listens.</summary>
    public static Task<ServerProcess> Start(string kind, params IEnumerable<string> arguments) =>
        Listening(Launch(Environment.ProcessPath!, [Verb, kind, .. arguments]));

    /// <summary>Waits until it says where it listens; ours says so when it is ready.</summary>
    private static async Task<ServerProcess> Listening(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
            {
                // Read on, or its log would fill the pipe and stop it.
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServerProcess(process, new Uri(line[at..].Split(' ')[0]));
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Starts a program that listens at an address, and does not wait for it.</summary>
    public static ServerProcess StartAt(Uri address, string program, params IEnumerable<string> arguments)
    {
        var process = Launch(program, arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        return new ServerProcess(process, address);
    }

    /// <summary>Is the server: runs in the process that <see cref="Start"/> has started.</summary>
    public static async Task Serve(string kind, string[] arguments)
    {
        await using var app = kind switch
        {
            "raw" => RawServer.Build(arguments[0]),
            "raw-write" => await RawWriteServer.Build(arguments[0]),
            _ => BareServer.Build(arguments[0]),
        };
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        // The host takes the signal to end for itself.
        await app.WaitForShutdownAsync();
    }

    public void Dispose()
    {
        Process.StandardInput.Close();
        if (!Process.WaitForExit(20_000))
        {
            Process.Kill();
        }

        Process.Dispose();
    }

    private static Process Launch(string program, IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", UntilInputCloses, "sh", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
}
