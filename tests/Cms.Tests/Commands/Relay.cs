using System.Net;
using System.Net.Sockets;

namespace Cms.Tests.Commands;

/// <summary>A TCP port that leads to a server's unix socket: a server that comes up when the test says so.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    public Relay(int port, EndPoint server)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        accepting = Accept(server);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task Accept(EndPoint server)
    {
        var open = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            open.Add(Join(await listener.AcceptSocketAsync(stopping.Token), server));
        }

        await Task.WhenAll(open);
    }

    private async Task Join(Socket caller, EndPoint server)
    {
        using var callee = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await callee.ConnectAsync(server, stopping.Token);
        await using var near = new NetworkStream(caller, ownsSocket: true);
        await using var far = new NetworkStream(callee);
        await Task.WhenAny(near.CopyToAsync(far, stopping.Token), far.CopyToAsync(near, stopping.Token));
    }
}
