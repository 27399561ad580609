using System.Diagnostics;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>As whom PostgreSQL's programs run: as we are, as a named user, or as root without its powers in a user namespace.</summary>
internal sealed record ServerUser
{
    public static readonly ServerUser Self = new();

    public static readonly ServerUser Namespace = new() { InNamespace = true };

    /// <summary>Null: no change of user.</summary>
    public string? Name { get; private init; }

    /// <summary>PostgreSQL sees an unmapped uid and accepts it, while its files stay root's.</summary>
    public bool InNamespace { get; private init; }

    public static ServerUser Named(string name) => new() { Name = name };

    /// <summary>The system's users who come in as the superuser: this process's, the server's own, and root, whom nothing keeps out anyway.</summary>
    public async Task<IReadOnlyList<string>> SystemUsersAsync(CancellationToken cancellation)
    {
        // In a namespace PostgreSQL sees every caller as the unmapped user; the closed folder is the guard there.
        var unmapped = InNamespace ? (await ProgramRun.OfAsync(Program("id", "-un"), cancellation)).Output.Trim() : "";
        string?[] users = [Environment.UserName, "root", Name, unmapped];
        return [.. users.OfType<string>().Where(user => user.Length > 0).Distinct()];
    }

    public ProcessStartInfo Program(string file, params IEnumerable<string> arguments)
    {
        string[] line = InNamespace ? ["unshare", "-U", file, .. arguments] : [file, .. arguments];
        // The caller's folder may be closed to the other user.
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = OperatingSystem.IsWindows() ? "" : "/" };
        if (Name is not null)
        {
            start.UserName = Name;
        }
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            // PGDATA, PGPORT and the like are meant for the caller's other servers.
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
