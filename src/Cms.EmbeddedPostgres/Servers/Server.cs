using System.Diagnostics;
using Cms.EmbeddedPostgres.Installations;
using Microsoft.Extensions.Logging;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>The server of one data folder: adopts the one that runs, or starts one; whoever calls holds the folder's lock.</summary>
internal sealed class Server(
    EmbeddedPostgresOptions options, PostgresInstallation installation, ServerUser user, ServerSettings settings, ILogger logger)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UntilExplained = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilDeaf = TimeSpan.FromSeconds(10);

    private readonly string _data = options.Data;
    private readonly ServerLog _log = new(options.Data);

    private readonly Stopwatch _silence = new();
    private int? _pid;

    public string Version { get; private set; } = installation.Version;

    /// <summary>Null where there is no setsid, as on macOS.</summary>
    public string? Setsid { get; set; } = ProgramPath.Find("setsid");

    /// <summary>Ends when the server answers, however long its predecessor's remains refuse it.</summary>
    public async Task EnsureRunningAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var explained = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            (_pid, var obstacle) = await TryAsync(cancellation);
            if (_pid is not null)
            {
                return;
            }
            if (!explained && clock.Elapsed > UntilExplained)
            {
                explained = true;
                logger.LogWarning("PostgreSQL in {Data} is not ready yet and is tried again: {Obstacle}", _data, obstacle);
                options.Report($"PostgreSQL is not ready yet and is tried again: {obstacle}");
            }
            await Task.Delay(BetweenAttempts, cancellation);
        }
    }

    /// <summary>Whether the server last seen ready still runs.</summary>
    public bool IsAlive => _pid is { } pid && Postmaster.IsAlive(pid);

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_pid is { } pid && IsAlive)
        {
            await StopAsync(pid, cancellation);
        }
    }

    private async Task<(int? Pid, string? Obstacle)> TryAsync(CancellationToken cancellation)
    {
        if (PostmasterFile.Read(_data) is not { } file || !Postmaster.IsAlive(file.Pid))
        {
            return await LaunchAsync(cancellation);
        }
        var answer = await ServerConnection.AskAsync(_data, cancellation);
        if (answer is ServerAnswer.Ready ready && ready.SettingsHash == settings.Hash)
        {
            Version = ready.Version;
            logger.LogInformation("PostgreSQL {Version} in {Data} is running already; it is taken over.", Version, _data);
            return (file.Pid, null);
        }
        var isOurs = await WorkingDirectory.IsAsync(file.Pid, _data, cancellation);
        if (isOurs is false && answer is ServerAnswer.Silence)
        {
            logger.LogWarning("Process {Pid} is no PostgreSQL; the postmaster.pid that names it is removed.", file.Pid);
            File.Delete(PostmasterFile.PathIn(_data));
            return (null, "a stale postmaster.pid was removed");
        }
        if (isOurs is null && answer is ServerAnswer.Silence)
        {
            return await LaunchAsync(cancellation);
        }
        if (answer is ServerAnswer.Ready or ServerAnswer.Refusal || IsDeaf(file, answer))
        {
            logger.LogInformation("PostgreSQL in {Data} runs with other settings and is restarted.", _data);
            await StopAsync(file.Pid, cancellation);
        }
        return (null, answer is ServerAnswer.NotYet notYet ? notYet.Why : $"process {file.Pid} is {file.Status}");
    }

    /// <summary>It calls itself ready, yet its socket is gone, as when a cleaner of /tmp took it.</summary>
    private bool IsDeaf(PostmasterFile file, ServerAnswer answer)
    {
        if (answer is not ServerAnswer.Silence || file.Status != "ready")
        {
            _silence.Reset();
            return false;
        }
        _silence.Start();
        return _silence.Elapsed > UntilDeaf;
    }

    private async Task StopAsync(int pid, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            await ProgramRun.OfAsync(installation.PgCtl, ["-D", _data, "-m", "fast", "-w", "stop"], cancellation);
            return;
        }
        await Postmaster.StopAsync(pid, cancellation);
    }

    private async Task<(int? Pid, string? Obstacle)> LaunchAsync(CancellationToken cancellation)
    {
        await settings.WriteAsync(user, cancellation);
        _log.Mark();
        using var launch = Launch.Start(options, installation, user, _log, Setsid);
        try
        {
            return await AwaitAsync(launch, cancellation);
        }
        catch (OperationCanceledException)
        {
            await launch.AbandonAsync();
            throw;
        }
    }

    private async Task<(int? Pid, string? Obstacle)> AwaitAsync(Launch launch, CancellationToken cancellation)
    {
        // Too early for an answer, but the driver's code is compiled while the server starts.
        await ServerConnection.AskAsync(_data, cancellation);
        while (!launch.HasFailed)
        {
            if (launch.ReadyPid() is { } pid)
            {
                switch (await ServerConnection.AskAsync(_data, cancellation))
                {
                    case ServerAnswer.Ready ready:
                        Version = ready.Version;
                        logger.LogInformation("PostgreSQL {Version} runs in {Data}, pid {Pid}.", Version, _data, pid);
                        return (pid, null);
                    case ServerAnswer.Refusal refusal:
                        await StopAsync(pid, cancellation);
                        throw new EmbeddedPostgresException($"PostgreSQL in {_data} started but does not let us in: {refusal.Why}");
                }
            }
            await Task.Delay(5, cancellation);
        }
        var complaint = _log.Complaint();
        // Both refusals stem from a predecessor that is not quite gone; they pass when its last process ends.
        return File.Exists(PostmasterFile.PathIn(_data))
            && (complaint.Contains("postmaster.pid", StringComparison.Ordinal) || complaint.Contains("shared memory block", StringComparison.Ordinal))
            ? (null, complaint)
            : throw new EmbeddedPostgresException($"PostgreSQL {installation.Version} in {_data} does not start: {complaint}");
    }
}
