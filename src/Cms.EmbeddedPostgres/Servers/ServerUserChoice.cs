using Microsoft.Extensions.Logging;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Chooses as whom PostgreSQL runs, because it refuses to run as root.</summary>
internal sealed class ServerUserChoice(string data, ILogger logger)
{
    public async Task<ServerUser> MakeAsync(string? runAs, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return ServerUser.Self;
        }
        if (runAs is not null)
        {
            return await EnteringAsync(
                runAs, $"PostgreSQL cannot be run as {runAs}: there is no such user, or it may not be changed to; name another.", cancellation);
        }
        return File.Exists(Path.Join(data, "PG_VERSION"))
            ? await OwnerAsync(cancellation)
            : await BestAsync(cancellation);
    }

    private async Task<ServerUser> OwnerAsync(CancellationToken cancellation)
    {
        var owner = await FileOwner.OfAsync(data, cancellation);
        if (owner != "root")
        {
            return await EnteringAsync(
                owner, $"The data folder {data} belongs to {owner}, who is no user here or may not be changed to; name the user to run PostgreSQL as.",
                cancellation);
        }
        return await NamespacesWorkAsync(cancellation)
            ? ServerUser.Namespace
            : throw new EmbeddedPostgresException(
                $"The data folder {data} belongs to root, as whom PostgreSQL refuses to run; give it to another user with chown -R.");
    }

    private async Task<ServerUser> BestAsync(CancellationToken cancellation)
    {
        var (can, closed) = await TryAsync("postgres", cancellation);
        if (can && closed is null)
        {
            return ServerUser.Named("postgres");
        }
        if (await NamespacesWorkAsync(cancellation))
        {
            return ServerUser.Namespace;
        }
        if (closed is not null)
        {
            throw Closed("postgres", closed);
        }
        var nobody = await EnteringAsync(
            "nobody", "PostgreSQL refuses to run as root and there is no other user to change to; create one with: useradd --system postgres",
            cancellation);
        logger.LogWarning("There is no user postgres; PostgreSQL runs as nobody, whom other programs may share.");
        return nobody;
    }

    /// <summary>The user, who must be one that can be become, with an open way to the data folder.</summary>
    private async Task<ServerUser> EnteringAsync(string user, string refusal, CancellationToken cancellation) =>
        await TryAsync(user, cancellation) switch
        {
            (false, _) => throw new EmbeddedPostgresException(refusal),
            (_, { } closed) => throw Closed(user, closed),
            _ => ServerUser.Named(user),
        };

    private EmbeddedPostgresException Closed(string user, string folder) =>
        new($"The user {user}, as whom PostgreSQL runs, cannot enter {folder}, a parent of the data folder {data}; "
            + $"choose a data folder it can reach, such as one below /var/lib, or run: chmod o+x {folder}");

    /// <summary>
    /// Whether the user exists and can be become, which root in a container may lack the power for; and the first parent of the data folder
    /// that it cannot enter.
    /// </summary>
    private async Task<(bool Can, string? Closed)> TryAsync(string user, CancellationToken cancellation)
    {
        var parents = new List<string>();
        for (var folder = Path.GetDirectoryName(data); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            parents.Insert(0, folder);
        }
        const string enter = "for folder; do cd \"$folder\" || { printf %s \"$folder\"; exit 1; }; done";
        var run = await ProgramRun.OfAsync(ServerUser.Named(user).Program("/bin/sh", ["-c", enter, "sh", .. parents]), cancellation);
        return (run.Succeeded || run.Output.Length > 0, run.Succeeded || run.Output.Length == 0 ? null : run.Output);
    }

    private static async Task<bool> NamespacesWorkAsync(CancellationToken cancellation) =>
        OperatingSystem.IsLinux() && (await ProgramRun.OfAsync("unshare", ["-U", "true"], cancellation)).Succeeded;
}
