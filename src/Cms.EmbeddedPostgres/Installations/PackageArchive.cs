using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>A tarball of the package: unpacks it, and makes of it what npm's install script would.</summary>
internal sealed class PackageArchive(string tarball)
{
    /// <summary>The folder with <c>bin</c>, <c>lib</c> and <c>share</c>, and the package's version.</summary>
    public async Task<(string Programs, string Version)> UnpackAsync(string folder, CancellationToken cancellation)
    {
        var root = Path.Join(folder, "package");
        var programs = Path.Join(root, "native");
        try
        {
            await using var stream = new GZipStream(File.OpenRead(tarball), CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(stream, folder, overwriteFiles: true, cancellation);
            var version = ReadVersion(await File.ReadAllTextAsync(Path.Join(root, "package.json"), cancellation));
            await LinkAsync(root, cancellation);
            await MakeRunnableAsync(programs, cancellation);
            return (programs, version);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException
            or KeyNotFoundException or InvalidOperationException or EndOfStreamException)
        {
            throw new EmbeddedPostgresException($"{tarball} is no tarball of the package {PinnedPackage.Name}: {e.Message}", e);
        }
    }

    private string ReadVersion(string manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        var name = json.RootElement.GetProperty("name").GetString();
        var version = json.RootElement.GetProperty("version").GetString();
        return name == PinnedPackage.Name && version is { Length: > 0 } && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? version
            : throw new EmbeddedPostgresException($"{tarball} holds the package {name} {version}, and this system needs {PinnedPackage.Name}.");
    }

    /// <summary>Tarballs of npm carry no links; without these the programs do not find their libraries.</summary>
    private static async Task LinkAsync(string root, CancellationToken cancellation)
    {
        var list = Path.Join(root, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(list, cancellation));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var source = Inside(root, link.GetProperty("source").GetString());
            var target = Inside(root, link.GetProperty("target").GetString());
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    private static string Inside(string root, string? path)
    {
        var full = Path.GetFullPath(Path.Join(root, path));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new InvalidDataException($"the link {path} leads out of the package");
    }

    private static async Task MakeRunnableAsync(string programs, CancellationToken cancellation)
    {
        var bin = Path.Join(programs, "bin");
        foreach (var name in (string[])["postgres", "initdb", "pg_ctl"])
        {
            if (!File.Exists(PostgresInstallation.ProgramIn(bin, name)))
            {
                throw new InvalidDataException($"it lacks {name}");
            }
        }
        if (!OperatingSystem.IsWindows())
        {
            // Another user than the one who unpacks may have to run them, whatever this one's umask.
            await ProgramRun.OfAsync("chmod", ["-R", "a+rX", programs], cancellation);
            await ProgramRun.OfAsync("chmod", ["-R", "a+rx", bin], cancellation);
        }
    }
}
