namespace Cms.EmbeddedPostgres.Installations;

/// <summary>The programs that were obtained before, one folder per version and system; all data folders of a user share them.</summary>
internal sealed class PackageCache(string folder)
{
    private static readonly TimeSpan UntilAbandoned = TimeSpan.FromHours(1);

    /// <summary>Root's home is closed to the user PostgreSQL runs as, so root's cache is the system's.</summary>
    public static PackageCache OfUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var parent = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.IsPrivilegedProcess ? "/var/cache"
            : OperatingSystem.IsMacOS() ? Path.Join(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured ? configured
            : Path.Join(home, ".cache");
        return new(Path.Join(parent, "embedded-postgres"));
    }

    /// <summary>The folders of programs, the newest release first.</summary>
    public IEnumerable<string> BinFolders() =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, $"*-{PinnedPackage.Platform}")
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path).Split('.')[0], out var major) ? major : 0)
                .Select(path => Path.Join(path, "bin"))
            : [];

    /// <summary>A folder of our own to unpack into, on the same disk as its place.</summary>
    public string NewFolder()
    {
        Directory.CreateDirectory(folder);
        foreach (var left in new DirectoryInfo(folder).EnumerateDirectories(".new-*"))
        {
            if (DateTime.UtcNow - left.CreationTimeUtc > UntilAbandoned)
            {
                left.Delete(recursive: true);
            }
        }
        return Directory.CreateDirectory(Path.Join(folder, ".new-" + Guid.NewGuid().ToString("N"))).FullName;
    }

    /// <summary>Moves unpacked programs to their place; if another process was quicker, its are as good.</summary>
    public string Keep(string unpacked, string version)
    {
        var place = Path.Join(folder, $"{version}-{PinnedPackage.Platform}");
        try
        {
            Directory.Move(unpacked, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
        }
        return Path.Join(place, "bin");
    }
}
