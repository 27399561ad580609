using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>The server's first process, known by its pid: it may be our child or another's.</summary>
internal static class Postmaster
{
    private const int Interrupt = 2;
    private const int Quit = 3;
    private const int Kill = 9;

    private static readonly TimeSpan ForShutdown = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForAbort = TimeSpan.FromSeconds(5);

    public static bool IsAlive(int pid)
    {
        if (OperatingSystem.IsWindows())
        {
            return Process.GetProcesses().Any(process => process.Id == pid);
        }
        const int NoSuchProcess = 3;
        return (Signal(pid, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess) && !IsZombie(pid);
    }

    /// <summary>Fast shutdown; after its time an immediate one, and at last the kill, from which the next start recovers.</summary>
    public static async Task StopAsync(int pid, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetProcessById(pid);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(cancellation);
            return;
        }
        foreach (var (signal, time) in new[] { (Interrupt, ForShutdown), (Quit, ForAbort), (Kill, ForAbort) })
        {
            if (Signal(pid, signal) != 0)
            {
                return;
            }
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await Task.Delay(5, cancellation))
            {
                if (!IsAlive(pid))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Where nobody reaps orphans, a dead server stays in the table of processes.</summary>
    private static bool IsZombie(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
