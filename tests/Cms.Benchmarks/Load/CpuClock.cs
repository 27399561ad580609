using System.Diagnostics;
using System.Globalization;

namespace Cms.Benchmarks.Load;

/// <summary>Processor time, user and system, of everything that serves a request.</summary>
internal readonly record struct CpuClock(TimeSpan Server, TimeSpan Postgres, TimeSpan Client)
{
    // The unit of /proc/<id>/stat is fixed at a hundredth of a second for all programs.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public TimeSpan Total => Server + Postgres + Client;

    /// <summary>The clock now: one server process, PostgreSQL with all its backends, and this process.</summary>
    public static CpuClock Read(Process server, int postmaster)
    {
        server.Refresh();
        return new(server.TotalProcessorTime, OfPostgres(postmaster), Environment.CpuUsage.TotalTime);
    }

    /// <summary>PostgreSQL with all its backends, those that have ended among them.</summary>
    public static TimeSpan OfPostgres(int postmaster) => OperatingSystem.IsLinux() ? OfTree(postmaster) : TimeSpan.Zero;

    public CpuClock Since(CpuClock before) => new(Server - before.Server, Postgres - before.Postgres, Client - before.Client);

    /// <summary>A process with its living children, and those that it has outlived.</summary>
    private static TimeSpan OfTree(int parent)
    {
        var total = Fields(parent) is { } own ? Tick * own[11..15].Sum(Number) : TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1])))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Fields(id) is { } fields && Number(fields[1]) == parent)
            {
                total += Tick * fields[11..13].Sum(Number);
            }
        }

        return total;
    }

    /// <summary>What follows the name in `stat`: state, parent, …, and at 11 user, system, and both of the children.</summary>
    private static string[]? Fields(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
