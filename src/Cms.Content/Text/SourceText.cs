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

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => c == '\uFFFD' || Normalization.IsUnstorable(c))]);

    /// <summary>Reads the bytes; the outcome has either lines or a refusal, and is never an exception.</summary>
    public static DecodedSource Decode(ReadOnlyMemory<byte> bytes)
    {
        if (RefusedBySize(bytes) is { } outsized) return new DecodedSource { Lines = [], EncodingName = "", Refusal = outsized };
        var decoded = ByteDecoding.Read(bytes.Span);
        if (decoded.Refusal is { } refusal) return new DecodedSource { Lines = [], EncodingName = decoded.EncodingName, Refusal = refusal };

        var warnings = new List<SourceWarning>(decoded.Warnings);
        var lines = Lines(decoded.Text, warnings);
        var first = lines.FirstOrDefault(line => line.Text.Length > 0);
        if (first is null) return Refused("E_EMPTY", "Expected a text document, found white space only.") with { Warnings = warnings };
        if (ForeignFormat(first.Text, first.Number, decoded.Text) is { } foreign)
        {
            return new DecodedSource { Lines = [], EncodingName = decoded.EncodingName, Warnings = warnings, Refusal = foreign };
        }
        return new DecodedSource { Lines = lines, EncodingName = decoded.EncodingName, Warnings = warnings };
    }

    internal static SourceRefusal? RefusedBySize(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return new SourceRefusal("E_EMPTY", null, null, null, "Expected a text document, found 0 bytes.");
        return bytes.Length <= MaxBytes ? null : new SourceRefusal("E_TOO_LARGE", null, null, null, string.Create(
            CultureInfo.InvariantCulture, $"Expected at most {MaxBytes} bytes, found {bytes.Length}."));
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
        if (removed > 0) warnings.Add(ControlsRemoved(removed, firstLine));
        return lines;
    }

    internal static SourceWarning ControlsRemoved(int count, int firstLine) => new("W_CONTROL_CHARS", firstLine, string.Create(
        CultureInfo.InvariantCulture, $"Control or replacement characters were removed: {count}, the first on this line."));

    internal static bool IsLineBreak(char letter) => letter is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // A replacement character in the file is the scar of an earlier bad conversion; it says nothing and is never published.
    internal static string WithoutControls(string raw)
    {
        if (!raw.AsSpan().ContainsAny(Unwanted)) return raw;
        var clean = new StringBuilder(raw.Length);
        foreach (var letter in raw)
        {
            if (letter != '\uFFFD' && !Normalization.IsUnstorable(letter)) clean.Append(letter);
        }
        return clean.ToString();
    }

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

    /// <summary>The refusal of a text that is HTML, XML or JSON; null where it is none of them.</summary>
    internal static SourceRefusal? ForeignFormat(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(" \t\n");
        if (start < 0) return null;
        var end = text.IndexOf('\n', start);
        return ForeignFormat(text[start..(end < 0 ? text.Length : end)], text.AsSpan(0, start).Count('\n') + 1, text);
    }

    private static SourceRefusal? ForeignFormat(string first, int line, string text)
    {
        var opening = Array.Find(MarkupOpenings, opening => first.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        var format = opening is not null ? opening == "<?xml" ? "XML" : "HTML"
            : first[0] is '{' or '[' && IsJson(text) ? "JSON" : null;
        return format is null ? null : new SourceRefusal(
            "E_FORMAT", line, 1, null, $"Expected plain text, found {format}: {first[..Math.Min(first.Length, 60)]}");
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
