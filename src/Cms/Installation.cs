namespace Cms;

/// <summary>Where this program lives: the root of its clone, or its own folder when published. Defaults lie below it.</summary>
internal static class Installation
{
    /// <summary>The first folder upwards that holds the solution, else the program's own.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the private PostgreSQL.</summary>
    public static string DataOf(Settings settings) => Path.GetFullPath(settings.Data ?? Path.Combine(Root, ".data"));

    /// <summary>The folder of seed documents; null when seeding is off.</summary>
    public static string? SeedsOf(Settings settings) =>
        settings.Seeds is "" ? null : Path.GetFullPath(settings.Seeds ?? Path.Combine(Root, "seeds"));

    private static string FindRoot()
    {
        // Only publishing puts the seeds beside the program; it may publish into the clone.
        if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "seeds")))
        {
            return AppContext.BaseDirectory;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cms.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
