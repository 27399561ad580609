using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Cms.Tests.Commands;

/// <summary>Says what PostgreSQL 14 says to whoever logs in, and nothing more: no such server is at hand.</summary>
internal sealed class OldServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task answering;

    public OldServer()
    {
        listener.Start();
        answering = Answer();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task Answer()
    {
        byte[] welcome =
        [
            .. Message('R', [0, 0, 0, 0]),
            .. Message('S', [.. "server_version"u8, 0, .. "14.9"u8, 0]),
            .. Message('S', [.. "client_encoding"u8, 0, .. "UTF8"u8, 0]),
            .. Message('K', [0, 0, 0, 1, 0, 0, 0, 1]),
            .. Message('Z', "I"u8.ToArray()),
        ];
        while (!stopping.IsCancellationRequested)
        {
            using var caller = await listener.AcceptSocketAsync(stopping.Token);
            await using var stream = new NetworkStream(caller);
            var startup = new byte[4];
            await stream.ReadExactlyAsync(startup, stopping.Token);
            await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(startup) - startup.Length], stopping.Token);
            await stream.WriteAsync(welcome, stopping.Token);
            // Until the caller goes.
            await stream.CopyToAsync(Stream.Null, stopping.Token);
        }
    }

    private static byte[] Message(char type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, length.Length + content.Length);
        return [(byte)type, .. length, .. content];
    }
}
