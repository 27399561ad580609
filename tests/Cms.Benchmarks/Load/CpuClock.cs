using System.Diagnostics;
using System.Globalization;

namespace Cms.Benchmarks.Load;

/// <summary>Processor time, user and system, of everything that serves a request.</summary>
internal readonly record struct CpuClock(TimeSpan Server, TimeSpan Postgres)
{
    // The unit of /proc/<id>/stat is fixed at a hundredth of a second for all programs.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>The runtime's thread that compiles what is hot, as far as the kernel keeps its name.</summary>
    private const string CompilerThread = ".NET Tiered Com";

    /// <summary>The clock now: one server process, and PostgreSQL with all its backends.</summary>
    public static CpuClock Read(Process server, int postmaster)
    {
        server.Refresh();
        return new(server.TotalProcessorTime, OfPostgres(postmaster));
    }

    /// <summary>PostgreSQL with all its backends, those that have ended among them.</summary>
    public static TimeSpan OfPostgres(int postmaster) => OperatingSystem.IsLinux() ? OfTree(postmaster) : TimeSpan.Zero;

    public CpuClock Since(CpuClock before) => new(Server - before.Server, Postgres - before.Postgres);

    /// <summary>Processor time that a server's runtime has spent on compiling what is hot, since it last began to; nothing while it does not.</summary>
    public static TimeSpan Compiling(Process server)
    {
        var threads = $"/proc/{server.Id}/task";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(threads))
        {
            return TimeSpan.Zero;
        }

        var stats = Directory.EnumerateDirectories(threads).Select(StatOf);
        return stats.FirstOrDefault(stat => stat?.Contains($"({CompilerThread})", StringComparison.Ordinal) is true) is { } compiler
            ? Tick * FieldsOf(compiler)[11..13].Sum(Number)
            : TimeSpan.Zero;
    }

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

    private static string[]? Fields(int id) => StatOf($"/proc/{id}") is { } stat ? FieldsOf(stat) : null;

    /// <summary>What follows the name in `stat`: state, parent, …, and at 11 user, system, and both of the children.</summary>
    private static string[] FieldsOf(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static string? StatOf(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/stat");
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
