using Npgsql;

namespace Cms.Data;

/// <summary>
/// Uses every pool once a second. Connections that a restart of PostgreSQL has broken are so met by the watch and not by a request; the driver
/// then empties the pool.
/// </summary>
internal sealed class PoolWatch(Database database, DatabaseState state, TimeProvider clock) : BackgroundService
{
    /// <summary>Told apart from the statements of requests, which are traced.</summary>
    public const string Look = "select 'watch'";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WhenReady(stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Task.WhenAll(database.Pools.Select(pool => Use(pool, stoppingToken)));
        }
    }

    private static async Task Use(NpgsqlDataSource pool, CancellationToken stoppingToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        patience.CancelAfter(Pause);
        try
        {
            await using var command = pool.CreateCommand(Look);
            await command.ExecuteNonQueryAsync(patience.Token);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            // Requests say what is wrong; the driver has dropped what is broken.
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // All connections are at work: those are not broken.
        }
    }
}
