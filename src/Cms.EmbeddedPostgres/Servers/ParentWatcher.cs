using System.Diagnostics;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>A shell whose input ends with our process, however that is killed, and which then stops the server.</summary>
internal sealed class ParentWatcher : IDisposable
{
    private readonly Process _shell;

    private ParentWatcher(Process shell) => _shell = shell;

    public static ParentWatcher Start(string data, ServerUser user)
    {
        // A postmaster's folder is its data folder; the pid in a stale file may be anybody's by now.
        const string watch = """
            trap '' INT TERM HUP
            cat >/dev/null
            read -r pid <"$1/postmaster.pid" || exit 0
            [ -e /proc/self ] && ! [ "/proc/$pid/cwd" -ef "$1" ] || kill -INT "$pid"
            """;
        // From a namespace of its own it could not look at the server in another.
        var start = (user.InNamespace ? ServerUser.Self : user).Program("/bin/sh", "-c", watch, "sh", data);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new ParentWatcher(Process.Start(start)!);
    }

    public void Dispose()
    {
        // Killed first: at the end of its input it would stop whatever server runs by then.
        _shell.Kill();
        _shell.StandardInput.Close();
        _shell.Dispose();
    }
}
