using System.Buffers;
using System.IO.Compression;
using Cms.Http.Answers;

namespace Cms.Http.Caching;

/// <summary>The compressed form of a body: made once, beside the first answer that could use it, and only where it saves something.</summary>
internal sealed class CompressedBody(BodyCoding coding, string etag)
{
    /// <summary>Smaller bodies fit into one packet anyway.</summary>
    private const int WorthIt = 1_000;

    private const int Quality = 5;
    private const int Window = 22;

    private byte[]? bytes;
    private int isAsked;

    /// <summary>The value of `Content-Encoding`.</summary>
    public string Name => coding == BodyCoding.Brotli ? "br" : "gzip";

    /// <summary>The ETag of the compressed bytes.</summary>
    public string ETag { get; } = EntityTags.In(etag, coding == BodyCoding.Brotli ? "br" : "gzip");

    /// <summary>The compressed bytes; null as long as, or when, there are none.</summary>
    /// <param name="body">The plain bytes.</param>
    /// <param name="made">Told how many bytes they are once they are made.</param>
    public byte[]? Take(byte[] body, Action<int> made)
    {
        var known = Volatile.Read(ref bytes);
        if (known is null && body.Length >= WorthIt && Interlocked.Exchange(ref isAsked, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Make(body, made), null);
        }

        return known;
    }

    private void Make(byte[] body, Action<int> made)
    {
        var compressed = coding == BodyCoding.Brotli ? Brotli(body) : Gzip(body);
        if (compressed.Length < body.Length * 9 / 10)
        {
            Volatile.Write(ref bytes, compressed);
            made(compressed.Length);
        }
    }

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream(body.Length / 2);
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }

    private static byte[] Brotli(byte[] body)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, room, out var written, Quality, Window) ? room[..written] : body;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
