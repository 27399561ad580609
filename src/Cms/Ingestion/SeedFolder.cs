using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>The documents below a folder, or the one file that was named, in the order in which they are ingested.</summary>
internal sealed record SeedFolder
{
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
            var named = new Found(new FileInfo(full), full);
            return new SeedFolder { Name = Path.GetFileName(full), Origin = folder, IsWhole = false, Files = InOrder(folder, [named]) };
        }

        var home = (RealPath.Of(full) ?? full) + Path.DirectorySeparatorChar;
        var files = from file in new DirectoryInfo(full).EnumerateFiles()
                    where IsDocument(file)
                    let content = ContentOf(file, home)
                    where content is not null
                    select new Found(file, content);
        return new SeedFolder { Name = Path.GetFileName(full), Origin = full, IsWhole = true, Files = InOrder(full, files) };
    }

    private static SourceFile[] InOrder(string folder, IEnumerable<Found> files)
    {
        var namesByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. files
                .OrderBy(found => SourceKeys.Ordinal(found.File.Name) ?? int.MaxValue)
                .ThenBy(found => found.File.Name, StringComparer.Ordinal)
                .Select((found, at) =>
                {
                    var name = Path.GetRelativePath(folder, found.File.FullName);
                    var key = SourceKeys.FromPath(name);
                    var isFirst = namesByKey.TryAdd(key, name);
                    var content = new FileInfo(found.Content);
                    content = content.LinkTarget is null ? content : content.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? content;
                    return new SourceFile
                    {
                        Number = at + 1,
                        Name = name,
                        Path = found.Content,
                        Key = key,
                        Form = SourceForm.OfAnyFile(name),
                        Length = LengthOf(content),
                        ChangedAt = content.LastWriteTimeUtc,
                        NamesakeOf = isFirst ? null : namesByKey[key],
                    };
                }),
        ];
    }

    private static bool IsDocument(FileInfo file) =>
        file.Name[0] is not ('.' or '~')
        && SourceForm.OfFile(file.Name) is not null;

    /// <summary>
    /// The file that is read: a link is followed to a plain file inside the folder, through other links too, as a mounted ConfigMap is made of
    /// them. What lies elsewhere was not put there to be read: null. The path without links is what is opened later, whatever a link says then.
    /// </summary>
    private static string? ContentOf(FileInfo file, string home) =>
        file.LinkTarget is null ? file.FullName
        : RealPath.Of(file.FullName) is { } real && real.StartsWith(home, StringComparison.Ordinal) && File.Exists(real) ? real
        : null;

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

    /// <summary>A file of the folder, and the one that holds its content.</summary>
    private readonly record struct Found(FileInfo File, string Content);
}
