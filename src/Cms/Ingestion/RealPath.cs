namespace Cms.Ingestion;

/// <summary>Where a path leads once every link in it, in the middle too, is followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as the kernel follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path without links; null when the links lead round in circles.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Parts(full[real.Length..]));
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            var root = Path.GetPathRoot(target)!;
            real = root.Length > 0 ? root : real;
            foreach (var part in Parts(target[root.Length..]))
            {
                ahead.Push(part);
            }
        }

        return real;
    }

    /// <summary>The names of a path, the last one first.</summary>
    private static IEnumerable<string> Parts(string path) => path
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".")
        .Reverse();
}
