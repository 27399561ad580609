namespace Cms.EmbeddedPostgres.Servers;

/// <summary>The server's own log, one file per weekday in the data folder, and what it says before it opens that.</summary>
internal sealed class ServerLog(string data)
{
    private static readonly string[] Routine = ["redirecting log output", "Future log output", "database system is shut down"];

    private Dictionary<string, long> _seen = [];

    public string Folder { get; } = Path.Join(data, "log");

    /// <summary>The first words of a starting server; each start writes it anew.</summary>
    public string StartFile => Path.Join(Folder, "start.log");

    /// <summary>From here on the lines are news.</summary>
    public void Mark()
    {
        _seen = Files().ToDictionary(file => file.FullName, file => file.FullName == StartFile ? 0 : file.Length);
    }

    /// <summary>The server's last words since the mark, without times and pids: why it gave up.</summary>
    public string Complaint() => string.Join("; ",
        Files().SelectMany(LinesSinceMark).Where(line => !Routine.Any(line.Contains)).TakeLast(4).Select(WithoutPrefix));

    private static string WithoutPrefix(string line) => line[(line.IndexOf("] ", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0)..];

    private IEnumerable<FileInfo> Files()
    {
        var folder = new DirectoryInfo(Folder);
        return folder.Exists ? folder.EnumerateFiles("*.log").OrderBy(file => file.LastWriteTimeUtc) : [];
    }

    private IEnumerable<string> LinesSinceMark(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Min(_seen.GetValueOrDefault(file.FullName), stream.Length);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
