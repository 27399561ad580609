namespace Cms.EmbeddedPostgres.Servers;

/// <summary>
/// One supervisor per data folder. The lock lies beside the folder, which must be empty for initdb, ends with the process, and holds
/// across containers, where PostgreSQL cannot see its own twin.
/// </summary>
internal static class DataDirectoryLock
{
    private const int WindowsSharingViolation = 32;

    /// <summary>Null when another process, or another part of this one, holds it.</summary>
    public static FileStream? TryTake(string data)
    {
        var path = data + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The lock of the data folder, {path}, cannot be made: {e.Message}", e);
        }
    }

    public static async Task<FileStream> TakeAsync(string data, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryTake(data) is { } taken)
            {
                return taken;
            }
            await Task.Delay(20, cancellation);
        }
    }

    private static bool IsTaken(IOException e)
    {
        var wouldBlock = OperatingSystem.IsWindows() ? WindowsSharingViolation : OperatingSystem.IsMacOS() ? 35 : 11;
        return (e.HResult & 0xFFFF) == wouldBlock;
    }
}
