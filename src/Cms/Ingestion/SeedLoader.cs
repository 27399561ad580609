using Cms.Data;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Ingests the folder of seed documents when the server starts. Readiness does not wait for it.</summary>
internal sealed class SeedLoader(Ingester ingester, DatabaseState database, Settings settings, TimeProvider clock, ILogger<SeedLoader> logger)
    : BackgroundService
{
    /// <summary>How many rejected documents the log names; the run lists them all.</summary>
    private const int NamedRejections = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Installation.SeedsOf(settings) is not { } path)
        {
            return;
        }

        await database.WhenReady(stoppingToken);
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            logger.LogWarning("There is no folder of seed documents at {Path}; going on without", path);
            return;
        }

        while (!await Load(path, stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>True when there is nothing more to do; false when the database went away and the run is to be continued.</summary>
    private async Task<bool> Load(string path, CancellationToken cancellationToken)
    {
        var rejections = 0;
        try
        {
            await ingester.Run(
                new IngestionRequest
                {
                    Folder = SeedFolder.Open(path),
                    Publishes = settings.SeedStatus == "published",
                    OnRejected = outcome =>
                    {
                        if (++rejections <= NamedRejections)
                        {
                            logger.LogWarning("Rejected {Document}", outcome);
                        }
                    },
                },
                cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception
            is CommitUnknownException or PostgresException { IsTransient: true } or (NpgsqlException and not PostgresException))
        {
            logger.LogWarning("The seeds wait for the database: {Reason}", exception.Message);
            return false;
        }
        catch (PostgresException exception)
        {
            // What is public stays served: a server must not fall over its seeds.
            logger.LogError(exception, "The seeds cannot be ingested");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The seeds cannot be read: {Reason}", exception.Message);
            return true;
        }
    }
}
