using System.Buffers;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Text without the characters that HTML, XML or Markdown cannot carry.</summary>
internal static class CleanText
{
    // C0 without tab and line feed, DEL, C1, the two that are no characters, and the surrogates, which need a look at their neighbour.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0xD800, 0x800)).Concat([0xFFFE, 0xFFFF])
            .Where(code => code is not ('\t' or '\n')).Select(code => (char)code)]);

    /// <summary>The clean text, or null where nothing of it can be seen.</summary>
    public static string? OrNull(string? text) => text is not null && Of(text) is var clean && !string.IsNullOrWhiteSpace(clean) ? clean : null;

    /// <summary>
    /// Drops control characters but for tab and line feed; those that separate words become a space, and half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    clean.Append(c).Append(text[++i]);
                }
                else
                {
                    clean.Append('\uFFFD');
                }
            }
            else if (c is not ('\uFFFE' or '\uFFFF') && (!char.IsControl(c) || c is '\t' or '\n'))
            {
                clean.Append(c);
            }
            else if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                clean.Append('\n');
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }
}
