namespace Cms.EmbeddedPostgres.Servers;

/// <summary>A server's current folder is always its data folder; that tells it from a process that got its pid later.</summary>
internal static class WorkingDirectory
{
    /// <summary>Null where it cannot be known: another user's process, or a system without <c>/proc</c>.</summary>
    public static async Task<bool?> IsAsync(int pid, string folder, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        const string compare = "readlink \"$1\" >/dev/null || exit 2; [ \"$1\" -ef \"$2\" ]";
        var run = await ProgramRun.OfAsync("/bin/sh", ["-c", compare, "sh", $"/proc/{pid}/cwd", folder], cancellation);
        return run.ExitCode switch { 0 => true, 1 => false, _ => null };
    }
}
