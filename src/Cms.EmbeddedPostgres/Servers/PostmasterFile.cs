using System.Globalization;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>What a running (or killed) server wrote of itself into <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile
{
    public required int Pid { get; init; }

    public required string SocketDirectory { get; init; }

    /// <summary>starting, ready, stopping, or empty while the server is very young.</summary>
    public required string Status { get; init; }

    public static string PathIn(string data) => Path.Join(data, "postmaster.pid");

    /// <summary>Null when there is none, or it is not written yet.</summary>
    public static PostmasterFile? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathIn(data));
        }
        catch (IOException)
        {
            return null;
        }
        if (lines.Length < 2 || !int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }
        return new()
        {
            Pid = Math.Abs(pid),
            SocketDirectory = lines.Length > 4 ? lines[4] : "",
            Status = lines.Length > 7 ? lines[7].Trim() : "",
        };
    }
}
