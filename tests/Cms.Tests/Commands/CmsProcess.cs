using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Cms.Tests.Commands;

/// <summary>The program as a process of its own: started, watched, sent signals, and gone at the end.</summary>
internal sealed class CmsProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int Kill9 = 9;
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];
    private readonly ConcurrentQueue<string> errors = [];
    private readonly HttpClient client;

    private CmsProcess(ProcessStartInfo start, int port)
    {
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The built program beside this test's own, which brings its runtime configuration along.</summary>
    public static string Executable { get; } = Path.Combine(Installation.Root, "src", "Cms", "bin", Configuration, "net10.0", "Cms");

    public int Port => client.BaseAddress!.Port;

    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors);

    private static string Configuration => AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release") ? "Release" : "Debug";

    /// <summary>Serves on a free port; give settings as `Cms__Name=value`.</summary>
    public static CmsProcess Serve(string? data, params string[] settings)
    {
        var port = FreePort();
        return Start(["--seeds", "", "--urls", $"http://127.0.0.1:{port}", .. data is null ? Array.Empty<string>() : ["--data", data]], settings, port);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(string[] arguments, params string[] settings)
    {
        await using var run = Start(arguments, settings, port: 1);
        var code = await run.Exit();
        return (code, run.Output, run.Errors);
    }

    public static CmsProcess Start(string[] arguments, string[] settings, int port, params string[] wrapper)
    {
        string[] line = [.. wrapper, Executable, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var setting in settings)
        {
            start.Environment[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        }

        return new CmsProcess(start, port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Null where nothing answers.</summary>
    public async Task<(HttpStatusCode Status, string Body)?> Get(string path, string? key = null)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (key is not null)
            {
                request.Headers.Add("X-Api-Key", key);
            }

            using var response = await client.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks until the answer has this status; answers its body.</summary>
    public async Task<string> WaitFor(string path, HttpStatusCode status, string containing = "")
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            Assert.False(process.HasExited, $"It ended: {Output}\n{Errors}");
            if (await Get(path) is { } answer && answer.Status == status && answer.Body.Contains(containing, StringComparison.Ordinal))
            {
                return answer.Body;
            }
        }

        throw new TimeoutException($"{path} did not answer {status}: {Output}\n{Errors}");
    }

    /// <summary>Waits until it serves and has said so; ends it if it does not.</summary>
    public async Task<CmsProcess> Ready()
    {
        try
        {
            await WaitFor("/health/ready", HttpStatusCode.OK);
            for (var clock = Stopwatch.StartNew(); !Output.Contains("Swagger UI", StringComparison.Ordinal); await Task.Delay(20))
            {
                Assert.True(clock.Elapsed < Patience, $"It does not say that it is ready: {Output}");
            }

            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public void SendInterrupt() => Send(process.Id, Interrupt);

    public void SendTerminate() => Send(process.Id, Terminate);

    public async Task Kill()
    {
        Kill(process.Id);
        await Exit();
    }

    public static void Kill(int pid) => Send(pid, Kill9);

    public async Task<int> Stop()
    {
        SendTerminate();
        return await Exit();
    }

    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Stop();
        }

        process.Dispose();
        client.Dispose();
    }

    private static bool IsSetting(string variable) =>
        variable.StartsWith("Cms__", StringComparison.Ordinal) || variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    private static void Send(int pid, int signal) => Assert.Equal(0, Signal(pid, signal));

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
