using System.Text;

namespace Cms.Search;

/// <summary>
/// What a query asks for, read from its text: a story has any of the plain words or alternatives, every phrase, and nothing excluded.
/// Nothing is a syntax error; a quotation mark without a partner, a lone minus and an `OR` at an end mean nothing.
/// </summary>
internal sealed record SearchWords
{
    /// <summary>Plain words, separated by spaces.</summary>
    public required string Plain { get; init; }

    /// <summary>Phrases that `OR` made alternatives to other words.</summary>
    public required string[] Alternatives { get; init; }

    /// <summary>Phrases that must be there.</summary>
    public required string[] Phrases { get; init; }

    /// <summary>Words and phrases that must not be there.</summary>
    public required string[] Excluded { get; init; }

    /// <summary>`ar` for a query in Arabic letters; null leaves the language to `language=` and the default publication.</summary>
    public required string? Language { get; init; }

    public static SearchWords Read(string text)
    {
        var parts = Split(text);
        // Alternatives are plain words already: all that `OR` changes is that a phrase beside it need not be there.
        var asked = parts
            .Select((part, index) => part with { IsAlternative = IsOr(parts, index - 1) || IsOr(parts, index + 1) })
            .Where(part => part.Text.Length > 0)
            .ToList();
        return new SearchWords
        {
            Plain = string.Join(' ', asked.Where(part => part is { IsPhrase: false, IsExcluded: false }).Select(part => part.Text)),
            Alternatives = [.. asked.Where(part => part is { IsPhrase: true, IsExcluded: false, IsAlternative: true }).Select(part => part.Text)],
            Phrases = [.. asked.Where(part => part is { IsPhrase: true, IsExcluded: false, IsAlternative: false }).Select(part => part.Text)],
            Excluded = [.. asked.Where(part => part.IsExcluded).Select(part => part.Text)],
            Language = text.Any(letter => letter is >= '\u0620' and <= '\u06FF') ? "ar" : null,
        };
    }

    /// <summary>Whether the part joins two others; at an end there is nothing to join.</summary>
    private static bool IsOr(List<SearchPart> parts, int index) =>
        index > 0 && index < parts.Count - 1 && parts[index] == SearchPart.Or;

    private static List<SearchPart> Split(string text)
    {
        var parts = new List<SearchPart>();
        var rest = Level(text).AsSpan();
        while (!(rest = rest.TrimStart()).IsEmpty)
        {
            var minus = rest.Length - rest.TrimStart('-').Length;
            var afterMinus = rest[minus..];
            var closing = afterMinus.StartsWith('"') ? afterMinus[1..].IndexOf('"') : -1;
            var start = closing < 0 ? 0 : 1;
            var length = closing >= 0 ? closing : WordLength(afterMinus);
            var part = afterMinus.Slice(start, length).Trim('"').ToString();
            if (part.Length > 0)
            {
                parts.Add(part == "OR" && closing < 0 && minus == 0 ? SearchPart.Or : new SearchPart(part, closing >= 0, minus > 0));
            }

            rest = afterMinus[Math.Min(afterMinus.Length, closing < 0 ? Math.Max(length, 1) : closing + 2)..];
        }

        return parts;
    }

    /// <summary>A word ends at a space, or at a quotation mark that opens a phrase.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var quoted = text.StartsWith('"') ? 1 : 0;
        var length = text[quoted..].IndexOfAny(' ', '"');
        return length < 0 ? text.Length : quoted + length;
    }

    /// <summary>Typographic quotation marks as plain ones, and every white space as a space; marks of direction mean nothing.</summary>
    private static string Level(string text)
    {
        var level = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not ((>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF'))
            {
                level.Append(character is '“' or '”' or '„' or '«' or '»' ? '"' : char.IsWhiteSpace(character) ? ' ' : character);
            }
        }

        return level.ToString();
    }
}

/// <summary>One part of a query: a word or a phrase, wanted or excluded.</summary>
internal sealed record SearchPart(string Text, bool IsPhrase, bool IsExcluded)
{
    public static readonly SearchPart Or = new("", IsPhrase: false, IsExcluded: false);

    /// <summary>Whether `OR` joins it to another.</summary>
    public bool IsAlternative { get; init; }
}
