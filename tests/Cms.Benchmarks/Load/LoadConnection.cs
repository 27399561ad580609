using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Cms.Benchmarks.Load;

/// <summary>One keep-alive connection that asks, waits for the whole answer and asks again: the least that a client can cost.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    private readonly byte[] buffer = new byte[256 * 1024];

    public LoadConnection(Uri server) => socket.Connect(IPAddress.Loopback, server.Port);

    /// <summary>Sends a request and reads its answer, which must be 200 or 201, or 304 without a body; answers the size of the body.</summary>
    public int Ask(byte[] request)
    {
        var (headEnd, received) = Send(request);
        var head = buffer.AsSpan(0, headEnd);
        if (head.StartsWith("HTTP/1.1 304"u8))
        {
            return 0;
        }

        if (!head.StartsWith("HTTP/1.1 200"u8) && !head.StartsWith("HTTP/1.1 201"u8))
        {
            throw new InvalidOperationException($"Answered {System.Text.Encoding.ASCII.GetString(buffer, 0, received)}");
        }

        var length = LengthIn(head);
        for (var missing = headEnd + 4 + length - received; missing > 0;)
        {
            var read = Receive(received);
            received += read;
            missing -= read;
        }

        return length;
    }

    /// <summary>Sends a request and tells whether its answer is 200; the connection is of no use after that.</summary>
    public bool IsAnswered(byte[] request)
    {
        Send(request);
        return buffer.AsSpan().StartsWith("HTTP/1.1 200"u8);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Sends a request and reads until the end of the answer's head.</summary>
    private (int HeadEnd, int Received) Send(byte[] request)
    {
        socket.Send(request);
        var received = 0;
        int headEnd;
        do
        {
            received += Receive(received);
            headEnd = buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8);
        }
        while (headEnd < 0);

        return (headEnd, received);
    }

    private int Receive(int at) => socket.Receive(buffer, at, buffer.Length - at, SocketFlags.None) is > 0 and var read
        ? read
        : throw new InvalidOperationException("The server closed the connection.");

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidOperationException("The answer has no Content-Length.");
    }
}
