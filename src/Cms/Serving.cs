using Cms.EmbeddedPostgres;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cms;

/// <summary>Opens the house behind the running web server and tells the terminal; a database that can never be had stops the program.</summary>
internal sealed class Serving(Opening opening, IHostApplicationLifetime lifetime, IServer server, Settings settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await opening.Open(join: false, stoppingToken);
        }
        catch (EmbeddedPostgresException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return;
        }

        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = settings.PublicUrl?.TrimEnd('/') ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.Out.WriteLine($"Cms is ready: {address}/v1/articles");
        Console.Out.WriteLine($"Swagger UI:   {address}/docs");
    }
}
