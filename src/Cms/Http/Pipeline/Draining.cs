namespace Cms.Http.Pipeline;

/// <summary>Keeps the door open after the signal to stop until the requests under way have ended; meanwhile `/health/ready` answers 503.</summary>
internal sealed class Draining(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>Of the ten seconds that Docker leaves after SIGTERM, PostgreSQL needs some too.</summary>
    public static readonly TimeSpan ForShutdown = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(6);

    private int underWay;

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        // Those that come later are served too, but not waited for: a steady stream would never end.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close";
            await next(context);
            return;
        }

        Interlocked.Increment(ref underWay);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    /// <summary>Runs before the listeners are closed.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ForRequests);
        while (Volatile.Read(ref underWay) > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
