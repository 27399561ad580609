using Cms.EmbeddedPostgres;

namespace Cms;

/// <summary>Opens the house behind the running web server and tells the terminal; a database that can never be had stops the program.</summary>
internal sealed class Serving(Opening opening, IHostApplicationLifetime lifetime, PublicAddress publicAddress) : BackgroundService
{
    /// <summary>Whether the program stopped because PostgreSQL cannot be had.</summary>
    public bool HasFailed { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An address that is in use is found out first: then PostgreSQL need not be started in vain.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => listening.TrySetResult());
        await listening.Task.WaitAsync(stoppingToken);
        try
        {
            await opening.Open(join: false, stoppingToken);
        }
        catch (EmbeddedPostgresException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            HasFailed = true;
            lifetime.StopApplication();
            return;
        }

        Console.Out.WriteLine($"Cms is ready: {publicAddress.Root}/v1/articles");
        Console.Out.WriteLine($"Swagger UI:   {publicAddress.Root}/docs");
    }
}
