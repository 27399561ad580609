namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Finds a program as a shell would.</summary>
internal static class ProgramPath
{
    /// <summary>A service's PATH may be empty; the system's folder is looked into even so.</summary>
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Where(Path.IsPathFullyQualified);

    public static string? Find(string name) => Folders.Select(folder => Path.Join(folder, name)).FirstOrDefault(File.Exists);
}
