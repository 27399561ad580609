using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>The documents below a folder, or the one file that was named, in the order in which they are ingested.</summary>
internal sealed record SeedFolder
{
    private static readonly string[] Extensions = [".txt"];

    /// <summary>What the run is called.</summary>
    public required string Name { get; init; }

    /// <summary>The folder's full path: documents that it no longer holds are missing.</summary>
    public required string Origin { get; init; }

    /// <summary>True when all of the folder was looked at, so that what is not here is gone.</summary>
    public required bool IsWhole { get; init; }

    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Lists a folder or takes one file; a missing path throws what the file system throws.</summary>
    public static SeedFolder Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
        {
            var folder = Path.GetDirectoryName(full)!;
            return new SeedFolder { Name = Path.GetFileName(full), Origin = folder, IsWhole = false, Files = InOrder(folder, [new FileInfo(full)]) };
        }

        var files = new DirectoryInfo(full).EnumerateFiles().Where(file => IsDocument(file) && StaysInside(file, full));
        return new SeedFolder { Name = Path.GetFileName(full), Origin = full, IsWhole = true, Files = InOrder(full, files) };
    }

    private static SourceFile[] InOrder(string folder, IEnumerable<FileInfo> files)
    {
        var namesByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. files
                .OrderBy(file => SourceKeys.Ordinal(file.Name) ?? int.MaxValue)
                .ThenBy(file => file.Name, StringComparer.Ordinal)
                .Select((file, at) =>
                {
                    var name = Path.GetRelativePath(folder, file.FullName);
                    var key = SourceKeys.FromPath(name);
                    var isFirst = namesByKey.TryAdd(key, name);
                    var content = Content(file);
                    return new SourceFile
                    {
                        Number = at + 1,
                        Name = name,
                        Path = file.FullName,
                        Key = key,
                        Length = LengthOf(content),
                        ChangedAt = content.LastWriteTimeUtc,
                        NamesakeOf = isFirst ? null : namesByKey[key],
                    };
                }),
        ];
    }

    private static bool IsDocument(FileInfo file) =>
        file.Name[0] is not ('.' or '~')
        && Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A link is followed only to a plain file of the same folder, by its bare name: what lies elsewhere was not put there to be read, and a
    /// path through other links could lead anywhere.
    /// </summary>
    private static bool StaysInside(FileInfo file, string folder)
    {
        if (file.LinkTarget is not { } target)
        {
            return true;
        }

        var named = new FileInfo(Path.Combine(folder, target));
        return Path.GetFileName(target) == target && named is { Exists: true, LinkTarget: null };
    }

    /// <summary>The length; -1 for a file that is gone again, or whose name is not text.</summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return -1;
        }
    }

    // Asked first whether it is a link: of a file whose name is not text the runtime can tell nothing else.
    private static FileInfo Content(FileInfo file) =>
        file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
}
