using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cms.Content.Sources;

namespace Cms.Content.Text;

/// <summary>Turns the bytes of a foreign document into lines of clean text.</summary>
public static class SourceText
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly string[] MarkupOpenings = ["<!doctype", "<html", "<?xml"];

    /// <summary>Reads the bytes; the outcome has either lines or a refusal, and is never an exception.</summary>
    public static DecodedSource Decode(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return Refused("E_EMPTY", "Expected a text document, found 0 bytes.");
        if (bytes.Length > MaxBytes)
        {
            return Refused("E_TOO_LARGE", string.Create(
                CultureInfo.InvariantCulture, $"Expected at most {MaxBytes} bytes, found {bytes.Length}."));
        }
        var decoded = ByteDecoding.Read(bytes.Span);
        if (decoded.Refusal is { } refusal) return new DecodedSource { Lines = [], EncodingName = decoded.EncodingName, Refusal = refusal };

        var warnings = new List<SourceWarning>(decoded.Warnings);
        var lines = Lines(decoded.Text, warnings);
        var first = lines.FirstOrDefault(line => line.Text.Length > 0);
        if (first is null) return Refused("E_EMPTY", "Expected a text document, found white space only.") with { Warnings = warnings };
        if (ForeignFormat(first, decoded.Text) is { } format)
        {
            var found = first.Text[..Math.Min(first.Text.Length, 60)];
            return new DecodedSource
            {
                Lines = [],
                EncodingName = decoded.EncodingName,
                Warnings = warnings,
                Refusal = new SourceRefusal("E_FORMAT", first.Number, 1, null, $"Expected plain text, found {format}: {found}"),
            };
        }
        return new DecodedSource { Lines = lines, EncodingName = decoded.EncodingName, Warnings = warnings };
    }

    private static List<SourceLine> Lines(string text, List<SourceWarning> warnings)
    {
        var lines = new List<SourceLine>();
        var removed = 0;
        var firstLine = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end])) end++;
            var raw = text[start..end];
            var clean = WithoutControls(raw);
            if (clean.Length < raw.Length && removed == 0) firstLine = lines.Count + 1;
            removed += raw.Length - clean.Length;
            lines.Add(new SourceLine(
                lines.Count + 1, Normalization.ForStoring(clean), Normalization.ForMatching(clean), Indent(clean), raw.Length));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        if (removed > 0)
        {
            warnings.Add(new SourceWarning("W_CONTROL_CHARS", firstLine, string.Create(
                CultureInfo.InvariantCulture, $"Control or replacement characters were removed: {removed}, the first on this line.")));
        }
        return lines;
    }

    private static bool IsLineBreak(char letter) => letter is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // A replacement character in the file is the scar of an earlier bad conversion; it says nothing and is never published.
    private static string WithoutControls(string raw)
    {
        if (!raw.AsSpan().ContainsAny(Unwanted)) return raw;
        var clean = new StringBuilder(raw.Length);
        foreach (var letter in raw)
        {
            if (letter != '\uFFFD' && !Normalization.IsUnstorable(letter)) clean.Append(letter);
        }
        return clean.ToString();
    }

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => c == '\uFFFD' || Normalization.IsUnstorable(c))]);

    private static int Indent(string line)
    {
        var indent = 0;
        foreach (var letter in line.TrimStart('\uFEFF'))
        {
            if (letter == '\t') indent += 4;
            else if (char.IsWhiteSpace(letter)) indent++;
            else break;
        }
        return indent;
    }

    private static string? ForeignFormat(SourceLine first, string text)
    {
        if (Array.Exists(MarkupOpenings, opening => first.Match.StartsWith(opening, StringComparison.Ordinal)))
        {
            return first.Match.StartsWith("<?xml", StringComparison.Ordinal) ? "XML" : "HTML";
        }
        return first.Text[0] is '{' or '[' && IsJson(text) ? "JSON" : null;
    }

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(text.Trim().Trim('\uFEFF', '\0')), new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DecodedSource Refused(string code, string detail) =>
        new() { Lines = [], EncodingName = "", Refusal = new SourceRefusal(code, null, null, null, detail) };
}
