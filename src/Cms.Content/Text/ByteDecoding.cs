using System.Buffers;
using System.Globalization;
using System.Text;
using Cms.Content.Sources;

namespace Cms.Content.Text;

/// <summary>Bytes as text, in the encoding that they were written in.</summary>
internal sealed record ByteDecoding
{
    /// <summary>The text; empty when refused.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The encoding; empty when none fits.</summary>
    public string EncodingName { get; private init; } = "";

    /// <summary>What was got over.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; private init; } = [];

    /// <summary>Why the bytes are no text.</summary>
    public SourceRefusal? Refusal { get; private init; }

    private static readonly byte[][] BinaryOpenings =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "%PDF"u8], [(byte)'P', (byte)'K', 3, 4], [0x1F, 0x8B],
    ];

    /// <summary>Reads the bytes: a byte order mark decides, then what the bytes can be.</summary>
    public static ByteDecoding Read(ReadOnlySpan<byte> bytes)
    {
        if (IsKnownBinary(bytes)) return Refused("E_BINARY", 0, "Expected text, found the opening of a picture, PDF or archive.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(bytes, 3);
        if (UnicodeShape.Of(bytes) is { } shape) return Wide(bytes, shape);

        var controls = bytes.Count((byte)0x7F);
        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not (>= 9 and <= 13)) controls++;
        }
        return controls > 8 && controls * 100L > bytes.Length
            ? Refused("E_BINARY", 0, string.Create(CultureInfo.InvariantCulture, $"Expected text, found {controls} control bytes."))
            : Utf8(bytes, 0);
    }

    private static bool IsKnownBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var opening in BinaryOpenings)
        {
            if (bytes.StartsWith(opening)) return true;
        }
        return false;
    }

    private static ByteDecoding Utf8(ReadOnlySpan<byte> bytes, int markLength)
    {
        var content = bytes[markLength..];
        var buffer = new char[content.Length];
        var status = System.Text.Unicode.Utf8.ToUtf16(
            content, buffer, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: false);
        if (status == OperationStatus.Done) return new ByteDecoding { Text = new string(buffer, 0, written), EncodingName = "utf-8" };
        if (status == OperationStatus.NeedMoreData) return Truncated(new string(buffer, 0, written), "utf-8", content.Length - read);

        var legacy = markLength == 0 && !IsMostlyUtf8(content) ? LegacyEncoding.Of(content) : null;
        return legacy is null
            ? Refused("E_ENCODING", markLength + read, string.Create(
                CultureInfo.InvariantCulture, $"Expected UTF-8, found the byte {content[read]:X2}, and no other encoding fits clearly."))
            : new ByteDecoding
            {
                Text = legacy.Text,
                EncodingName = legacy.Name,
                Warnings = [new SourceWarning("W_LEGACY_ENCODING", null, $"The document is not UTF-8; it was read as {legacy.Name}.")],
            };
    }

    // Damaged UTF-8 read in a legacy encoding would be published as gibberish.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> rest)
    {
        int valid = 0, invalid = 0;
        while (!rest.IsEmpty)
        {
            var isValid = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            if (!isValid) invalid++;
            else if (length > 1) valid++;
            rest = rest[length..];
        }
        return valid > invalid;
    }

    private static ByteDecoding Wide(ReadOnlySpan<byte> bytes, UnicodeShape shape)
    {
        var content = bytes[shape.MarkLength..];
        var whole = content.Length - content.Length % shape.UnitLength;
        // A first half of a pair at the very end is an unfinished character, like an odd byte.
        if (shape.UnitLength == 2 && whole >= 2 && (content[whole - (shape.IsBigEndian ? 2 : 1)] & 0xFC) == 0xD8) whole -= 2;
        try
        {
            var text = shape.Encoding.GetString(content[..whole]);
            return whole == content.Length
                ? new ByteDecoding { Text = text, EncodingName = shape.Name }
                : Truncated(text, shape.Name, content.Length - whole);
        }
        catch (DecoderFallbackException broken)
        {
            return Refused("E_ENCODING", shape.MarkLength + broken.Index, $"Expected {shape.Name}, found bytes that are no character of it.");
        }
    }

    private static ByteDecoding Truncated(string text, string name, int lost) => new()
    {
        Text = text,
        EncodingName = name,
        Warnings = [new SourceWarning("W_TRUNCATED", null, string.Create(
            CultureInfo.InvariantCulture, $"The last character is unfinished ({lost} bytes): the document may have been cut off."))],
    };

    private static ByteDecoding Refused(string code, long offset, string detail) =>
        new() { Refusal = new SourceRefusal(code, null, null, offset, detail) };
}
