using System.Text;
using System.Text.RegularExpressions;
using Cms.Articles;
using Cms.Content.Sources;
using Cms.Taxonomy;

namespace Cms.Ingestion;

/// <summary>A document that has been read: a story to write, or the reason why there is none.</summary>
internal sealed record ReadDocument
{
    public required SourceFile File { get; init; }

    /// <summary>The bytes; empty when they could not be had.</summary>
    public required byte[] Raw { get; init; }

    /// <summary>SHA-256 of the bytes; empty when they could not be had.</summary>
    public required byte[] ByteHash { get; init; }

    public Manuscript? Manuscript { get; init; }
    public SourceRefusal? Refusal { get; init; }

    /// <summary>The story as it will be written, but for what it is filed under and the version that it follows.</summary>
    public ArticleDraft? Draft { get; init; }

    public Filing? Filing { get; init; }

    /// <summary>Reads a document's bytes by the reader of its form; never throws.</summary>
    public static ReadDocument Of(SourceFile file, byte[] raw, byte[] byteHash, IngestionPublication publication)
    {
        try
        {
            file = file with { Form = file.Form.Of(raw) };
            var reading = file.Form.Read(raw, publication.Context);
            var document = new ReadDocument { File = file, Raw = raw, ByteHash = byteHash };
            return reading.Manuscript is { } manuscript
                ? document with
                {
                    Manuscript = manuscript,
                    Draft = ManuscriptDraft.Write(manuscript, file, publication.Id),
                    Filing = ManuscriptDraft.FilingOf(manuscript, publication.Id),
                }
                : document with { Refusal = reading.Refusal };
        }
        catch (RegexMatchTimeoutException)
        {
            return Refused(file, "E_FORMAT", "Expected a page, found text that takes too long to read.") with { Raw = raw, ByteHash = byteHash };
        }
    }

    /// <summary>A document that was not read.</summary>
    public static ReadDocument Refused(SourceFile file, string code, string detail) =>
        new() { File = file, Raw = [], ByteHash = [], Refusal = new SourceRefusal(code, null, null, null, detail) };
}

/// <summary>A form of document: by what it is told, and who reads it. The table below is all that can be ingested.</summary>
/// <param name="Kind">What the article's source calls it.</param>
/// <param name="MediaType">How it is sent.</param>
/// <param name="Extensions">How its files end, in lower case.</param>
/// <param name="Read">Its reader.</param>
/// <param name="ParserVersion">The reader's version.</param>
internal sealed record SourceForm(
    string Kind, string MediaType, string[] Extensions, Func<ReadOnlyMemory<byte>, ReadingContext, Reading> Read, int ParserVersion)
{
    public const string Text = "text/plain";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";

    private static readonly SourceForm TextPage = new("textPage", Text, [".txt"], TextPageReader.Read, TextPageReader.ParserVersion);

    private static readonly SourceForm HtmlPage = new("htmlPage", Html, [".html", ".htm"], HtmlPageReader.Read, HtmlPageReader.ParserVersion);

    private static readonly SourceForm[] All =
    [
        TextPage,
        new("markdownPage", Markdown, [".md"], MarkdownPageReader.Read, MarkdownPageReader.ParserVersion),
        HtmlPage,
    ];

    /// <summary>The version of the readers together: it grows when one of theirs does.</summary>
    public static int Version { get; } = All.Max(form => form.ParserVersion);

    /// <summary>The form that a file's name tells; null when it tells none.</summary>
    public static SourceForm? OfFile(string name) =>
        All.FirstOrDefault(form => form.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));

    /// <summary>The form of a file that was named itself, whatever its name.</summary>
    public static SourceForm OfAnyFile(string name) => OfFile(name) ?? TextPage;

    /// <summary>The form that the bytes have: a page of markup that goes under the name of a text is a page of markup.</summary>
    public SourceForm Of(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        start = start.TrimStart(" \t\r\n"u8);
        return this == TextPage && (Opens(start, "<!doctype html"u8) || Opens(start, "<html"u8)) ? HtmlPage : this;

        static bool Opens(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
            text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);
    }

    /// <summary>The form that is sent as this media type.</summary>
    public static SourceForm OfMediaType(string mediaType) => All.Single(form => form.MediaType == mediaType);
}

/// <summary>Up to 500 neighbours of a run, read.</summary>
internal sealed record SourceBatch
{
    /// <summary>Documents with something new, in order.</summary>
    public required IReadOnlyList<ReadDocument> Documents { get; init; }

    /// <summary>Documents whose bytes are known, so that they were not read.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Keys of those among them that had been missing, or quarantined in another version.</summary>
    public required IReadOnlyList<string> Recovered { get; init; }

    /// <summary>Files that were still growing and wait for the next run.</summary>
    public required int Growing { get; init; }
}
