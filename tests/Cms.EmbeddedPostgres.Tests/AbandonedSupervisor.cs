using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

/// <summary>The test program in another part: starts a server, tells its pid, and waits to be killed.</summary>
internal static class AbandonedSupervisor
{
    public const string Variable = "EMBEDDED_POSTGRES_TEST_SUPERVISES";
    public const string DiesVariable = "EMBEDDED_POSTGRES_TEST_DIES";

    public static EmbeddedPostgresOptions Options(string data) => new()
    {
        DataDirectory = data,
        Durable = false,
        Download = false,
        DiesWithParent = Environment.GetEnvironmentVariable(DiesVariable) is not null,
    };

#pragma warning disable CA2255 // The runner of the tests has the entry point.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } data)
        {
            return;
        }
        var postgres = Task.Run(() => EmbeddedPostgres.StartAsync(Options(data), NullLogger.Instance)).GetAwaiter().GetResult();
        Console.WriteLine(File.ReadLines(Path.Join(data, "postmaster.pid")).First());
        Thread.Sleep(TimeSpan.FromSeconds(60));
        postgres.StopAsync().GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
