using Cms.EmbeddedPostgres.Installations;
using Microsoft.Extensions.Logging;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Holds the data folder's lock and keeps its server running until told to stop it.</summary>
internal sealed class Supervisor : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly Server _server;
    private readonly FileStream _lock;
    private readonly ParentWatcher? _watcher;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _stop = new(1);
    private readonly Task _watching;

    private bool _stopped;

    private Supervisor(Server server, FileStream taken, ParentWatcher? watcher, ILogger logger)
    {
        _server = server;
        _lock = taken;
        _watcher = watcher;
        _logger = logger;
        _watching = Task.Run(WatchAsync);
    }

    public string Version => _server.Version;

    public static async Task<Supervisor> StartAsync(
        EmbeddedPostgresOptions options, FileStream taken, ILogger logger, CancellationToken cancellation)
    {
        ParentWatcher? watcher = null;
        Server? server = null;
        try
        {
            (server, var user, var preparation) = await PrepareAsync(options, logger, cancellation);
            watcher = options.DiesWithParent && !OperatingSystem.IsWindows() ? ParentWatcher.Start(options.Data, user) : null;
            await server.EnsureRunningAsync(cancellation);
            await ServerConnection.CreateRolesAsync(options, cancellation);
            await preparation.FinishAsync();
            return new Supervisor(server, taken, watcher, logger);
        }
        catch (Exception e)
        {
            if (server is not null)
            {
                await server.StopAsync(CancellationToken.None);
            }
            watcher?.Dispose();
            await taken.DisposeAsync();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new EmbeddedPostgresException($"PostgreSQL in {options.Data} cannot be prepared: {e.Message}", e);
            }
            throw;
        }
    }

    /// <summary>Everything before the server's start, under the folder's lock.</summary>
    public static async Task<(Server Server, ServerUser User, ClusterPreparation Preparation)> PrepareAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellation)
    {
        var user = await new ServerUserChoice(options.Data, logger).MakeAsync(options.RunAs, cancellation);
        var preparation = new ClusterPreparation(options, user);
        var installation = await new InstallationFinder(options, user).FindAsync(preparation.Major(), cancellation);
        await preparation.PrepareAsync(installation, cancellation);
        var settings = new ServerSettings(options, await user.SystemUsersAsync(cancellation));
        return (new Server(options, installation, user, settings, logger), user, preparation);
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        await _stop.WaitAsync(cancellation);
        try
        {
            if (_stopped)
            {
                return;
            }
            await _stopping.CancelAsync();
            await _watching;
            await _server.StopAsync(cancellation);
            _watcher?.Dispose();
            await _lock.DisposeAsync();
            _stopped = true;
            _logger.LogInformation("PostgreSQL has stopped.");
        }
        finally
        {
            _stop.Release();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenLooks, _stopping.Token);
                if (!_server.IsAlive)
                {
                    _logger.LogWarning("PostgreSQL has died and is started again.");
                    await RestartAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task RestartAsync()
    {
        string? said = null;
        while (true)
        {
            try
            {
                await _server.EnsureRunningAsync(_stopping.Token);
                return;
            }
            catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                if (said != e.Message)
                {
                    _logger.LogError("PostgreSQL cannot be started again: {Reason}", e.Message);
                    said = e.Message;
                }
            }
            await Task.Delay(AfterFailure, _stopping.Token);
        }
    }
}
