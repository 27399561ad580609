using System.Globalization;
using System.Text.RegularExpressions;
using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>A folder with PostgreSQL's programs, and which release they are.</summary>
internal sealed partial record PostgresInstallation
{
    public const int OldestMajor = 15;

    public required string BinPath { get; init; }

    public required string Version { get; init; }

    public required int Major { get; init; }

    public string Postgres => ProgramIn(BinPath, "postgres");

    public string Initdb => ProgramIn(BinPath, "initdb");

    public string PgCtl => ProgramIn(BinPath, "pg_ctl");

    public static string ProgramIn(string folder, string name) => Path.Join(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Asks the programs for their release; the refusal says why they cannot be used by that user.</summary>
    public static async Task<(PostgresInstallation? Installation, string? Refusal)> ReadAsync(
        string folder, ServerUser user, CancellationToken cancellation)
    {
        foreach (var name in (string[])["postgres", "initdb", "pg_ctl"])
        {
            if (!File.Exists(ProgramIn(folder, name)))
            {
                return (null, $"there is no {name} in {folder}");
            }
        }
        var run = await ProgramRun.OfAsync(user.Program(ProgramIn(folder, "postgres"), "--version"), cancellation);
        if (!run.Succeeded)
        {
            return (null, $"{ProgramIn(folder, "postgres")} cannot be run as {user.Name ?? Environment.UserName}: {run.Complaint}");
        }
        var match = VersionPattern().Match(run.Output);
        if (!match.Success)
        {
            return (null, $"{ProgramIn(folder, "postgres")} does not tell its version: {run.Complaint}");
        }
        var major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        return major < OldestMajor
            ? (null, $"{folder} holds PostgreSQL {match.Groups["version"].Value}, and {OldestMajor} or newer is needed")
            : (new() { BinPath = folder, Version = match.Groups["version"].Value, Major = major }, null);
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>(?<major>[0-9]+)[0-9a-z.]*)", RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();
}
