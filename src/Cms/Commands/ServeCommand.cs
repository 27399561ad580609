using System.Net.Sockets;

namespace Cms.Commands;

/// <summary>`cms serve`: the API, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration, toServe: true);
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await app.StopAsync(CancellationToken.None);
            throw new ListenException(
                $"Cannot listen on {app.Configuration["urls"]}: {exception.GetBaseException().Message}. Choose another address with --urls.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
            return 0;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return background.Any(service => service.ExecuteTask is { IsFaulted: true } || service is Serving { HasFailed: true }) ? 1 : 0;
    }
}

/// <summary>An address that the server was told to listen on cannot be had.</summary>
internal sealed class ListenException(string message) : Exception(message);
