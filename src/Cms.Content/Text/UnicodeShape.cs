using System.Buffers.Binary;
using System.Text;

namespace Cms.Content.Text;

/// <summary>Which UTF-16 or UTF-32 bytes are in.</summary>
internal sealed record UnicodeShape(string Name, Encoding Encoding, int UnitLength, bool IsBigEndian, int MarkLength)
{
    /// <summary>The shape that a byte order mark or the places of the zero bytes tell; null for anything else.</summary>
    public static UnicodeShape? Of(ReadOnlySpan<byte> bytes)
    {
        if (IsMarked(bytes, [0, 0, 0xFE, 0xFF])) return Utf32(true, 4);
        if (IsMarked(bytes, [0xFF, 0xFE, 0, 0]) && AreScalars(bytes[4..], false)) return Utf32(false, 4);
        if (IsMarked(bytes, [0xFE, 0xFF])) return Utf16(true, 2);
        if (IsMarked(bytes, [0xFF, 0xFE])) return Utf16(false, 2);
        if (bytes.Length >= 4 && AreScalars(bytes, false)) return Utf32(false, 0);
        if (bytes.Length >= 4 && AreScalars(bytes, true)) return Utf32(true, 0);
        if (LooksLikeUtf16(bytes, false)) return Utf16(false, 0);
        return LooksLikeUtf16(bytes, true) ? Utf16(true, 0) : null;
    }

    private static bool IsMarked(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.StartsWith(mark);

    // Any two characters of another encoding make a number far beyond the last code point.
    private static bool AreScalars(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            var scalar = isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (!Rune.IsValid(scalar)) return false;
        }
        return true;
    }

    // In a real text the high bytes are few: zero for spaces and Latin letters, and one more for the text's own script.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        Span<int> high = stackalloc int[256];
        var zerosElsewhere = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            var isHigh = index % 2 == (isBigEndian ? 0 : 1);
            if (isHigh) high[bytes[index]]++;
            else if (bytes[index] == 0) zerosElsewhere++;
        }
        var units = Math.Max(1, bytes.Length / 2);
        var zeros = high[0];
        high[0] = 0;
        var next = 0;
        foreach (var count in high) next = Math.Max(next, count);
        return zerosElsewhere == 0 && zeros * 100L >= units * 3L && (zeros + next) * 10L >= units * 8L;
    }

    private static UnicodeShape Utf16(bool isBigEndian, int markLength) => new(
        isBigEndian ? "utf-16be" : "utf-16le", new UnicodeEncoding(isBigEndian, false, true), 2, isBigEndian, markLength);

    private static UnicodeShape Utf32(bool isBigEndian, int markLength) => new(
        isBigEndian ? "utf-32be" : "utf-32le", new UTF32Encoding(isBigEndian, false, true), 4, isBigEndian, markLength);
}
