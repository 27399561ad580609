using System.Diagnostics;
using Cms.EmbeddedPostgres.Installations;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>One attempt at starting the server in a session of its own, so that signals to our terminal do not reach it.</summary>
internal sealed class Launch : IDisposable
{
    private static readonly TimeSpan ForFirstWords = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _data;
    private readonly bool _isServer;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private Launch(Process process, string data, bool isServer)
    {
        _process = process;
        _data = data;
        _isServer = isServer;
    }

    /// <summary>With setsid our child is the server itself; without it pg_ctl starts it, detached from us.</summary>
    public static Launch Start(EmbeddedPostgresOptions options, PostgresInstallation installation, ServerUser user, ServerLog log, string? setsid)
    {
        // The first words go to a file: a pipe would break with us and take the server along.
        const string toLog = "{ [ -d \"$1\" ] || mkdir -p \"$1\"; } && exec >\"$2\" 2>&1 </dev/null && shift 2 && exec \"$@\"";
        const string emptyLog = "{ [ -d \"$1\" ] || mkdir -p \"$1\"; } && : >\"$2\" && shift 2 && exec \"$@\"";
        string[] server = setsid is null
            ? [installation.PgCtl, "-D", options.Data, "-l", log.StartFile, "-W", "-s", "start"]
            : [installation.Postgres, "-D", options.Data];
        var start = OperatingSystem.IsWindows()
            ? user.Program(server[0], server[1..])
            : setsid is null
                ? user.Program("/bin/sh", ["-c", emptyLog, "sh", log.Folder, log.StartFile, .. server])
                : user.Program(setsid, ["/bin/sh", "-c", toLog, "sh", log.Folder, log.StartFile, .. server]);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(log.Folder);
        }
        return new Launch(Process.Start(start)!, options.Data, isServer: setsid is not null);
    }

    /// <summary>Whether the attempt has ended without a server.</summary>
    public bool HasFailed
    {
        get
        {
            if (!_process.HasExited)
            {
                return false;
            }
            if (_isServer || _process.ExitCode != 0)
            {
                return true;
            }
            return _clock.Elapsed > ForFirstWords && (PostmasterFile.Read(_data) is not { } file || !Postmaster.IsAlive(file.Pid));
        }
    }

    /// <summary>The server's pid once it says that it is ready.</summary>
    public int? ReadyPid() =>
        PostmasterFile.Read(_data) is { Status: "ready" } file && (!_isServer || file.Pid == _process.Id) && Postmaster.IsAlive(file.Pid)
            ? file.Pid
            : null;

    /// <summary>Stops what was started, however far it has come.</summary>
    public async Task AbandonAsync()
    {
        if (_isServer)
        {
            await Postmaster.StopAsync(_process.Id, CancellationToken.None);
        }
        else if (PostmasterFile.Read(_data) is { } file && Postmaster.IsAlive(file.Pid))
        {
            await Postmaster.StopAsync(file.Pid, CancellationToken.None);
        }
    }

    public void Dispose() => _process.Dispose();
}
