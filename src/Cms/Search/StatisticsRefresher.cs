using Cms.Data;
using Npgsql;

namespace Cms.Search;

/// <summary>Looks every second whether the statistics have fallen behind; one node at a time makes them anew.</summary>
internal sealed class StatisticsRefresher(StatisticsStore statistics, DatabaseState state, ILogger<StatisticsRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WhenReady(stoppingToken);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                if ((await statistics.ReadAge(stoppingToken)).IsTooOld)
                {
                    await statistics.Refresh(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or DatabaseUnavailableException or TimeoutException)
            {
                // The old ones go on serving; the next turn tries again.
                logger.LogDebug(exception, "The search statistics were not refreshed");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
