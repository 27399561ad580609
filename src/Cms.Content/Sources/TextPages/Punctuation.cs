namespace Cms.Content.Sources.TextPages;

/// <summary>What the end of a line tells about it.</summary>
internal static class Punctuation
{
    private const string Closers = "\"”’'»)]";

    /// <summary>True when the text ends as a sentence does, closing quotation marks and brackets aside.</summary>
    public static bool EndsSentence(string text)
    {
        var bare = text.TrimEnd().TrimEnd([.. Closers]);
        return bare.Length > 0 && bare[^1] is '.' or '!' or '?' or '…' or '؟' or '۔';
    }

    /// <summary>True when the text ends in anything that a name or a heading would not end in.</summary>
    public static bool EndsOpenOrQuoted(string text) =>
        text.Length > 0 && (EndsSentence(text) || text[^1] is ',' or ':' or ';' or '،' or '؛' or '”' or '"' or '»' or '’' or '-' or '–' or '—');
}
