using System.Text;
using Cms.Content.Sources;

namespace Cms.Content.Text;

/// <summary>Turns the bytes of a foreign document into lines of clean text.</summary>
public static class SourceText
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Reads the bytes; the outcome either has lines or a refusal, never an exception.</summary>
    public static DecodedSource Decode(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        var lines = text.Split('\n')
            .Select((raw, index) => new SourceLine(
                index + 1,
                Normalization.ForStoring(raw),
                Normalization.ForMatching(raw),
                raw.Length - raw.TrimStart(' ').Length,
                raw.Length))
            .ToList();
        return lines.TrueForAll(line => line.Text.Length == 0)
            ? new DecodedSource { Lines = [], EncodingName = "", Refusal = new SourceRefusal("E_EMPTY", null, null, null, "Nothing to read.") }
            : new DecodedSource { Lines = lines, EncodingName = "utf-8" };
    }
}
