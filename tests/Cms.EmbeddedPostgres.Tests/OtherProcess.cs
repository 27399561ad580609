using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

/// <summary>The test program in another part: supervises or shares a server, says so, and waits to be told to end or to be killed.</summary>
internal static class OtherProcess
{
    private const string TaskVariable = "EMBEDDED_POSTGRES_TEST_TASK";
    private const string DataVariable = "EMBEDDED_POSTGRES_TEST_DATA";

    public static string? Task => Environment.GetEnvironmentVariable(TaskVariable);

    /// <summary>Supervise, supervise and take the server along, or share.</summary>
    public static async Task<Process> StartAsync(string task, string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment[TaskVariable] = task;
        start.Environment[DataVariable] = data;
        var process = Process.Start(start)!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return process;
    }

    public static EmbeddedPostgresOptions Options(string data) => new() { DataDirectory = data, Durable = false, Download = false };

    public static async Task RunAsync(string task)
    {
        var options = Options(Environment.GetEnvironmentVariable(DataVariable)!) with { DiesWithParent = task == "take along" };
        await using IAsyncDisposable postgres = task == "share"
            ? await SharedCluster.AcquireAsync("test", options)
            : await EmbeddedPostgres.StartAsync(options, NullLogger.Instance);
        Console.WriteLine("ready");
        // Ends with a line, or with the process that started this one.
        await Console.In.ReadLineAsync();
    }
}
