using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Cms.EmbeddedPostgres.Installations;

namespace Cms.EmbeddedPostgres.Tests;

/// <summary>A tarball like the package's, with scripts for programs.</summary>
internal sealed record FakePackage
{
    public string Name { get; init; } = PinnedPackage.Name;

    public string Version { get; init; } = "99.1.0-beta.1";

    public string[] Programs { get; init; } = ["postgres", "initdb", "pg_ctl"];

    public string Links { get; init; } = """[{"source":"native/lib/libpq.so.5.99","target":"native/lib/libpq.so.5"}]""";

    public async Task<string> WriteAsync(string path)
    {
        await using var writer = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        await AddAsync(writer, "package.json", $$"""{"name":"{{Name}}","version":"{{Version}}"}""");
        await AddAsync(writer, "native/pg-symlinks.json", Links);
        await AddAsync(writer, "native/lib/libpq.so.5.99", "a library");
        foreach (var program in Programs)
        {
            await AddAsync(writer, "native/bin/" + program, "#!/bin/sh\necho \"$0 (PostgreSQL) 99.1\"\n");
        }
        return path;
    }

    private static async Task AddAsync(TarWriter writer, string name, string text) =>
        await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "package/" + name)
        {
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
}
