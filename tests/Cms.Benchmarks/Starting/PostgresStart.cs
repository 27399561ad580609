using System.Diagnostics;
using Cms.EmbeddedPostgres;
using Cms.EmbeddedPostgres.Installations;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Server = Cms.EmbeddedPostgres.EmbeddedPostgres;

namespace Cms.Benchmarks.Starting;

/// <summary>The private PostgreSQL beside PostgreSQL's own programs, which do nothing but what they are for.</summary>
internal static class PostgresStart
{
    public static async Task Run(Extent extent)
    {
        // Readable by the user that PostgreSQL runs as, which a folder from CreateTempSubdirectory is not.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"cms-starts-{Environment.ProcessId}")).FullName;
        try
        {
            await Compare(folder, extent);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(string folder, Extent extent)
    {
        var (first, init, warm, alone) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        // One more than counts: the first compiles our code.
        for (var repetition = 0; repetition <= extent.Repetitions; repetition++)
        {
            var options = new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder, $"{repetition}", "data"), Roles = ["cms"] };
            Directory.CreateDirectory(Path.Combine(folder, $"{repetition}"));
            var user = await new ServerUserChoice(options.DataDirectory, NullLogger.Instance).MakeAsync(null, CancellationToken.None);
            var installation = await new InstallationFinder(options, user).FindAsync(null, CancellationToken.None);
            await WriteOut();
            first.Add(await Start(options));
            await WriteOut();
            init.Add(await Init(folder, repetition, user, installation));
            warm.Add(await Start(options));
            alone.Add(await Alone(options.DataDirectory, user, installation));
        }

        Goal.AtMost("private PostgreSQL, first start vs initdb --no-sync", Goal.Median(first.Skip(1)) / Goal.Median(init.Skip(1)), 1.5);
        Console.WriteLine($"  beside: {Goal.Median(first.Skip(1)):0} ms and {Goal.Median(init.Skip(1)):0} ms; the start is in the first and not in the second");
        Goal.AtMost("private PostgreSQL, start of an existing cluster vs postgres alone", Goal.Median(warm.Skip(1)) / Goal.Median(alone.Skip(1)), 3);
        Console.WriteLine($"  beside: {Goal.Median(warm.Skip(1)):0} ms and {Goal.Median(alone.Skip(1)):0} ms");
    }

    /// <summary>
    /// Writes out what was left unwritten before: ours makes sure that its folder is on the disk, and the system can only write out all that there
    /// is.
    /// </summary>
    private static async Task WriteOut()
    {
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync();
    }

    /// <summary>Ours, until it may be used; milliseconds.</summary>
    private static async Task<double> Start(EmbeddedPostgresOptions options)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await Server.StartAsync(options, NullLogger.Instance);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> Init(string folder, int repetition, ServerUser user, PostgresInstallation installation)
    {
        var data = Path.Combine(folder, $"initdb-{repetition}");
        Directory.CreateDirectory(data);
        await FileOwner.GiveAsync(data, user, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        var run = await ProgramRun.OfAsync(
            user.Program(installation.Initdb, "-D", data, "-U", Server.Superuser, "-E", "UTF8", "--locale=C", "--data-checksums", "--no-sync"), CancellationToken.None);
        return run.Succeeded ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException(run.Errors);
    }

    /// <summary>The program itself on the same folder and settings, until it answers; milliseconds.</summary>
    private static async Task<double> Alone(string data, ServerUser user, PostgresInstallation installation)
    {
        var start = user.Program(installation.Postgres, "-D", data);
        start.RedirectStandardError = true;
        var clock = Stopwatch.StartNew();
        using var postgres = Process.Start(start)!;
        _ = postgres.StandardError.ReadToEndAsync();
        while (await ServerConnection.AskAsync(data, CancellationToken.None) is not ServerAnswer.Ready)
        {
            if (postgres.HasExited)
            {
                throw new InvalidOperationException("PostgreSQL did not start.");
            }

            await Task.Delay(5);
        }

        var milliseconds = clock.Elapsed.TotalMilliseconds;
        await Postmaster.StopAsync(postgres.Id, CancellationToken.None);
        await postgres.WaitForExitAsync();
        return milliseconds;
    }
}
