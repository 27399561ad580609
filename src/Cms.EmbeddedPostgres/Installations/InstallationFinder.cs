using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>Finds programs that fit: the configured ones, else installed ones, else ones obtained before, else obtains them.</summary>
internal sealed class InstallationFinder(EmbeddedPostgresOptions options, ServerUser user)
{
    /// <summary>The data folder's release; null while there is no data yet, when any will do.</summary>
    public async Task<PostgresInstallation> FindAsync(int? major, CancellationToken cancellation)
    {
        if (options.BinPath is { } configured)
        {
            var (installation, refusal) = await PostgresInstallation.ReadAsync(Path.GetFullPath(configured), user, cancellation);
            return installation is null
                ? throw new EmbeddedPostgresException($"The configured PostgreSQL cannot be used: {refusal}.")
                : major is null || installation.Major == major ? installation : throw OtherRelease(major.Value, [installation]);
        }
        var others = new List<PostgresInstallation>();
        foreach (var folder in InstalledFolders.All())
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
        throw major is null ? new EmbeddedPostgresException("No PostgreSQL was found.") : OtherRelease(major.Value, others);
    }

    private EmbeddedPostgresException OtherRelease(int major, List<PostgresInstallation> found)
    {
        var there = found.Count == 0 ? "none is there" : "there is " + string.Join(" and ", found.Select(one => $"{one.Version} in {one.BinPath}"));
        return new($"The data folder {options.Data} was made by PostgreSQL {major} and needs that release, but {there}; "
            + $"install PostgreSQL {major}, or choose another data folder.");
    }
}
