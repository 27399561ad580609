using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging;

namespace Cms.EmbeddedPostgres;

/// <summary>A private PostgreSQL that listens on a unix socket only: kept running while this lives, stopped when it is disposed of.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The role that owns the cluster and may do anything in it: for making databases and roles, not for daily work.</summary>
    public const string Superuser = "postgres";

    private readonly EmbeddedPostgresOptions _options;
    private readonly Supervisor? _supervisor;
    private readonly string? _joinedVersion;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, Supervisor? supervisor, string? joinedVersion)
    {
        _options = options;
        _supervisor = supervisor;
        _joinedVersion = joinedVersion;
    }

    /// <summary>Whether this process looks after the server; else it only connects to another process's.</summary>
    public bool IsSupervisor => _supervisor is not null;

    /// <summary>The server's release, such as 17.10.</summary>
    public string ServerVersion => _supervisor?.Version ?? _joinedVersion!;

    /// <summary>Prepares, starts and from then on supervises the server; throws <see cref="DataDirectoryInUseException"/> if another does.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellationToken = default)
    {
        var taken = DataDirectoryLock.TryTake(options.Data) ?? throw new DataDirectoryInUseException(options.Data);
        return new EmbeddedPostgres(options, await Supervisor.StartAsync(options, taken, logger, cancellationToken), null);
    }

    /// <summary>As <see cref="StartAsync"/>, but waits for and connects to the server of another process if that one holds the folder.</summary>
    public static async Task<EmbeddedPostgres> JoinOrStartAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (DataDirectoryLock.TryTake(options.Data) is { } taken)
            {
                return new EmbeddedPostgres(options, await Supervisor.StartAsync(options, taken, logger, cancellationToken), null);
            }
            // Asked in this order: what answers first and is whole then stays.
            if (await ServerConnection.AskAsync(options.Data, cancellationToken) is ServerAnswer.Ready ready
                && !ClusterPreparation.IsUnfinished(options.Data))
            {
                return new EmbeddedPostgres(options, null, ready.Version);
            }
            if (attempt == 40)
            {
                options.Report($"Waiting for the process that starts PostgreSQL in {options.Data} …");
            }
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>How to reach a database as a role; needs no running server.</summary>
    public static string ConnectionString(EmbeddedPostgresOptions options, string database, string user) =>
        ServerConnection.StringFor(options.Data, database, user);

    /// <summary>How to reach a database as a role.</summary>
    public string ConnectionString(string database, string user) => ConnectionString(_options, database, user);

    /// <summary>Stops the server at once but in good order, if it is ours; a second call does nothing.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_supervisor is not null)
        {
            await _supervisor.StopAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _supervisor?.DisposeAsync() ?? ValueTask.CompletedTask;
}
