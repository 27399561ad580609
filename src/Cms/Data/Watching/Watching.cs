using System.Net.Sockets;
using Npgsql;

namespace Cms.Data.Watching;

/// <summary>Runs the watch over changes while the server runs, from the moment that the schema stands.</summary>
internal sealed class Watching(Database database, DatabaseState state, ILogger<Watching> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WhenReady(stoppingToken);
        if (await MayKeep(stoppingToken))
        {
            await database.Watch.Run(stoppingToken);
        }
        else
        {
            logger.LogWarning("ConnectionStrings__CmsReader names another server than ConnectionStrings__Cms: no public answer is kept in memory");
        }
    }

    private async Task<bool> MayKeep(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // Twice, lest a restart in between look like another server.
                return await database.ReadersAskTheSameServer(cancellationToken) || await database.ReadersAskTheSameServer(cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
