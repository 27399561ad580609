using System.Security.Cryptography;
using System.Text;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cms.EmbeddedPostgres;

/// <summary>
/// One throw-away PostgreSQL for several processes, such as test runs: the first one in prepares it anew and starts it, the last one out
/// stops and removes it. All must come with the same options.
/// </summary>
public sealed class SharedCluster : IAsyncDisposable
{
    /// <summary>Every process in it shares this advisory lock of the database postgres; who gets it alone is alone.</summary>
    private const string Share = "select pg_advisory_lock_shared(1)";
    private const string Unshare = "select pg_advisory_unlock_shared(1)";
    private const string IsAlone = "select pg_try_advisory_lock(1)";

    private readonly EmbeddedPostgresOptions _options;
    private readonly NpgsqlConnection _holder;
    private readonly SemaphoreSlim _release = new(1);
    private bool _released;

    private SharedCluster(EmbeddedPostgresOptions options, NpgsqlConnection holder, string serverVersion)
    {
        _options = options;
        _holder = holder;
        ServerVersion = serverVersion;
        AppDomain.CurrentDomain.ProcessExit += ReleaseAtExit;
    }

    /// <summary>The server's release, such as 17.10.</summary>
    public string ServerVersion { get; }

    /// <summary>Where its data lies.</summary>
    public string DataDirectory => _options.Data;

    /// <summary>
    /// Joins the cluster of that name, user and repository, or starts it; it is never durable. With an empty
    /// <see cref="EmbeddedPostgresOptions.DataDirectory"/> a folder for temporary files is chosen by those three.
    /// </summary>
    public static async Task<SharedCluster> AcquireAsync(
        string name, EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        var settled = options with
        {
            DataDirectory = options.DataDirectory.Length == 0 ? FolderFor(name) : options.DataDirectory,
            Durable = false,
            DiesWithParent = false,
        };
        await using var taken = await DataDirectoryLock.TakeAsync(settled.Data, cancellationToken);
        if (await IsUnusedAsync(settled.Data, cancellationToken))
        {
            await RemoveAsync(settled.Data, cancellationToken);
        }
        var (server, _, preparation) = await Supervisor.PrepareAsync(settled, NullLogger.Instance, cancellationToken);
        await server.EnsureRunningAsync(cancellationToken);
        await ServerConnection.CreateRolesAsync(settled, cancellationToken);
        await preparation.FinishAsync();
        var holder = ServerConnection.Maintenance(settled.Data, "holder");
        await holder.OpenAsync(cancellationToken);
        await AskAsync(holder, Share, cancellationToken);
        return new SharedCluster(settled, holder, server.Version);
    }

    /// <summary>How to reach a database as a role.</summary>
    public string ConnectionString(string database, string user) => ServerConnection.StringFor(_options.Data, database, user);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _release.WaitAsync();
        try
        {
            if (_released)
            {
                return;
            }
            _released = true;
            AppDomain.CurrentDomain.ProcessExit -= ReleaseAtExit;
            await using var taken = await DataDirectoryLock.TakeAsync(_options.Data, CancellationToken.None);
            var isLast = await LeaveAsync();
            await _holder.DisposeAsync();
            if (isLast)
            {
                await RemoveAsync(_options.Data, CancellationToken.None);
            }
        }
        finally
        {
            _release.Release();
        }
    }

    private void ReleaseAtExit(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task<bool> IsUnusedAsync(string data, CancellationToken cancellation)
    {
        try
        {
            await using var connection = ServerConnection.Maintenance(data);
            await connection.OpenAsync(cancellation);
            return await AskAsync(connection, IsAlone, cancellation);
        }
        catch (Exception e) when (ServerConnection.IsFailure(e))
        {
            return true;
        }
    }

    /// <summary>Whether nobody else is in; a server that is gone has nobody.</summary>
    private async Task<bool> LeaveAsync()
    {
        try
        {
            await AskAsync(_holder, Unshare, CancellationToken.None);
            return await AskAsync(_holder, IsAlone, CancellationToken.None);
        }
        catch (Exception e) when (ServerConnection.IsFailure(e) || e is InvalidOperationException)
        {
            return true;
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task RemoveAsync(string data, CancellationToken cancellation)
    {
        if (PostmasterFile.Read(data) is { } file && Postmaster.IsAlive(file.Pid)
            && await WorkingDirectory.IsAsync(file.Pid, data, cancellation) != false)
        {
            await Postmaster.StopAsync(file.Pid, cancellation);
        }
        if (File.Exists(Path.Join(data, "PG_VERSION")))
        {
            Directory.Delete(data, recursive: true);
        }
        if (SocketDirectory.For(data) is var socket && socket != data && Directory.Exists(socket))
        {
            Directory.Delete(socket, recursive: true);
        }
    }

    private static string FolderFor(string name)
    {
        var root = AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            // A worktree's .git is a file.
            if (Path.Exists(Path.Join(folder.FullName, ".git")))
            {
                root = folder.FullName;
                break;
            }
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..8];
        return Path.Join(Path.GetTempPath(), $"{name}-{Environment.UserName}-{hash}");
    }
}
