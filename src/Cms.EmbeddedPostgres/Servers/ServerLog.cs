namespace Cms.EmbeddedPostgres.Servers;

/// <summary>The server's own log, one file per weekday in the data folder, and what it says before it opens that.</summary>
internal sealed class ServerLog(string data)
{
    private static readonly string[] Grave = ["FATAL:", "PANIC:", "postgres: ", "initdb: "];

    private Dictionary<string, long> _seen = [];

    public string Folder { get; } = Path.Join(data, "log");

    /// <summary>The first words of a starting server; each start writes it anew.</summary>
    public string StartFile => Path.Join(Folder, "start.log");

    /// <summary>From here on the lines are news.</summary>
    public void Mark()
    {
        _seen = Files().ToDictionary(file => file.FullName, file => file.FullName == StartFile ? 0 : file.Length);
    }

    /// <summary>Why the server gave up since the mark, in its own words, without times and pids.</summary>
    public string Complaint()
    {
        var lines = Files().SelectMany(LinesSinceMark).ToList();
        var grave = lines.Where(line => Grave.Any(line.Contains)).ToList();
        return string.Join("; ", (grave.Count > 0 ? grave : lines).TakeLast(3).Select(Message));
    }

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

    private static string Message(string line)
    {
        var start = Grave.Select(word => line.IndexOf(word, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(0).Min();
        return line[start..];
    }
}
