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
            return await CanBecomeAsync(runAs, cancellation)
                ? await EnteringAsync(runAs, cancellation)
                : throw new EmbeddedPostgresException(
                    $"PostgreSQL cannot be run as {runAs}: there is no such user, or it may not be changed to; name another.");
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
            return await CanBecomeAsync(owner, cancellation)
                ? await EnteringAsync(owner, cancellation)
                : throw new EmbeddedPostgresException(
                    $"The data folder {data} belongs to {owner}, who is no user here or may not be changed to; name the user to run PostgreSQL as.");
        }
        return await NamespacesWorkAsync(cancellation)
            ? ServerUser.Namespace
            : throw new EmbeddedPostgresException(
                $"The data folder {data} belongs to root, as whom PostgreSQL refuses to run; give it to another user with chown -R.");
    }

    private async Task<ServerUser> BestAsync(CancellationToken cancellation)
    {
        var can = await CanBecomeAsync("postgres", cancellation);
        var closed = can ? await ClosedFolderAsync("postgres", cancellation) : null;
        if (can && closed is null)
        {
            return ServerUser.Named("postgres");
        }
        if (await NamespacesWorkAsync(cancellation))
        {
            return ServerUser.Namespace;
        }
        if (closed is null && await CanBecomeAsync("nobody", cancellation))
        {
            logger.LogWarning("There is no user postgres; PostgreSQL runs as nobody, whom other programs may share.");
            return await EnteringAsync("nobody", cancellation);
        }
        throw closed is null
            ? new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root and there is no other user to change to; create one with: useradd --system postgres")
            : Closed("postgres", closed);
    }

    private async Task<ServerUser> EnteringAsync(string user, CancellationToken cancellation) =>
        await ClosedFolderAsync(user, cancellation) is { } closed ? throw Closed(user, closed) : ServerUser.Named(user);

    private EmbeddedPostgresException Closed(string user, string folder) =>
        new($"The user {user}, as whom PostgreSQL runs, cannot enter {folder}, a parent of the data folder {data}; "
            + $"choose a data folder it can reach, such as one below /var/lib, or run: chmod o+x {folder}");

    /// <summary>The first parent of the data folder that the user cannot enter.</summary>
    private async Task<string?> ClosedFolderAsync(string user, CancellationToken cancellation)
    {
        var parents = new List<string>();
        for (var folder = Path.GetDirectoryName(data); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            parents.Insert(0, folder);
        }
        const string enter = "for folder; do cd \"$folder\" || { printf %s \"$folder\"; exit 1; }; done";
        var run = await ProgramRun.OfAsync(ServerUser.Named(user).Program("/bin/sh", ["-c", enter, "sh", .. parents]), cancellation);
        return run.Succeeded ? null : run.Output;
    }

    /// <summary>Whether the user exists; and root in a container may lack the power to become another.</summary>
    private static async Task<bool> CanBecomeAsync(string user, CancellationToken cancellation) =>
        (await ProgramRun.OfAsync(ServerUser.Named(user).Program("true"), cancellation)).Succeeded;

    private static async Task<bool> NamespacesWorkAsync(CancellationToken cancellation) =>
        OperatingSystem.IsLinux() && (await ProgramRun.OfAsync("unshare", ["-U", "true"], cancellation)).Succeeded;
}
