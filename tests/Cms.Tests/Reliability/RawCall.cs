using System.Net;
using System.Net.Sockets;
using System.Text;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>A client that does with its connection whatever it likes.</summary>
internal sealed class RawCall : IDisposable
{
    private readonly Socket socket;

    /// <param name="host">Where to.</param>
    /// <param name="receiveBuffer">How much of an answer the client's side holds before it is read.</param>
    public RawCall(CmsHost host, int receiveBuffer = 64 * 1024)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = receiveBuffer };
        socket.Connect(IPAddress.Loopback, host.Client.BaseAddress!.Port);
    }

    public Task Send(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>The head of a request with the admin key.</summary>
    public Task SendHead(string line, params string[] headers) =>
        Send($"{line} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {CmsHost.AdminKey}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    /// <summary>What the server has sent until it closed, or a first piece of it; empty when it closed without a word.</summary>
    public async Task<string> Receive(TimeSpan patience)
    {
        using var cancellation = new CancellationTokenSource(patience);
        var buffer = new byte[4096];
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancellation.Token));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    public void Dispose() => socket.Dispose();
}
