using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>Where operating systems and their package managers put PostgreSQL's programs.</summary>
internal static class InstalledFolders
{
    private static readonly string[] Linux =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/lib/postgresql*/bin", "/usr/libexec/postgresql*",
        "/usr/local/pgsql/bin", "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
    ];

    private static readonly string[] MacOS =
    [
        "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin", "/Library/PostgreSQL/*/bin",
    ];

    /// <summary>First what the caller's PATH names, then the distribution's folders, the newest release first.</summary>
    public static IEnumerable<string> All() => OnPath().Concat(OfDistribution()).Distinct();

    public static IEnumerable<string> OnPath() =>
        from folder in ProgramPath.Folders
        let program = PostgresInstallation.ProgramIn(folder, "postgres")
        where File.Exists(program)
        select Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;

    public static IEnumerable<string> OfDistribution()
    {
        string[] patterns = OperatingSystem.IsWindows()
            ? [Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
            : OperatingSystem.IsMacOS() ? MacOS : Linux;
        return patterns.SelectMany(Matching)
            .Where(folder => File.Exists(PostgresInstallation.ProgramIn(folder, "postgres")))
            .OrderByDescending(ReleaseIn);
    }

    /// <summary>The folders that fit a path with one <c>*</c> in one of its parts.</summary>
    private static IEnumerable<string> Matching(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return Directory.Exists(pattern) ? [pattern] : [];
        }
        var start = pattern.LastIndexOf(Path.DirectorySeparatorChar, star);
        var end = pattern.IndexOf(Path.DirectorySeparatorChar, star);
        var (parent, part) = (pattern[..start], end < 0 ? pattern[(start + 1)..] : pattern[(start + 1)..end]);
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, part).Select(folder => end < 0 ? folder : folder + pattern[end..])
            : [];
    }

    private static int ReleaseIn(string folder) =>
        int.TryParse(string.Concat(folder.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), out var release) ? release : 0;
}
