using System.Buffers;

namespace Cms.Content.Bodies;

/// <summary>Where a character of plain text would mean something in CommonMark with GitHub's tables, strike-through and bare links.</summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<char> Active = SearchValues.Create("\\`*_[]<~&|:.@!\n");

    // The longest name in HTML has 31 letters; a bound keeps a page of ampersands linear.
    private const int LongestEntity = 40;

    /// <summary>The characters that can need an escape (or a break) away from the start of a line.</summary>
    public static int NextCandidate(ReadOnlySpan<char> text) => text.IndexOfAny(Active);

    public static bool InLine(string text, int at, bool cell, bool beforeLink) => text[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '~' => true,
        '|' => cell,
        '_' => !IsWord(text, at - 1) || !IsWord(text, at + 1),
        '!' => beforeLink && at + 1 == text.Length,
        '&' => IsEntity(text.AsSpan(at + 1)),
        ':' => IsWord(text, at - 1) && (text.AsSpan(at + 1).StartsWith("//") || EndsWithScheme(text.AsSpan(0, at))),
        '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase) && !IsWord(text, at - 4),
        '@' => at > 0 && (IsWord(text, at - 1) || text[at - 1] is '.' or '_' or '+' or '-') && IsWord(text, at + 1),
        _ => false,
    };

    /// <summary>The index of the character to escape so that text at the start of a line starts no block, or -1.</summary>
    public static int AtLineStart(string text, int at)
    {
        switch (text[at])
        {
            case '>' or '=' or '|':
            case '+' when IsGap(text, at + 1):
            case '-' when !IsWord(text, at + 1):
            case ':' when IsRule(text, at):
                return at;
            case '#':
                var hash = at;
                for (; hash < text.Length && text[hash] == '#'; hash++)
                {
                }

                return IsGap(text, hash) ? at : -1;
            case >= '0' and <= '9':
                var digit = at;
                for (; digit < text.Length && char.IsAsciiDigit(text[digit]); digit++)
                {
                }

                return digit < text.Length && text[digit] is '.' or ')' && IsGap(text, digit + 1) ? digit : -1;
            default:
                return -1;
        }
    }

    /// <summary>True where the rest of the line could be the rule below a table's head, behind the dash of a list's item too.</summary>
    private static bool IsRule(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        return !(end < 0 ? rest : rest[..end]).ContainsAnyExcept(Rule);
    }

    private static readonly SearchValues<char> Rule = SearchValues.Create(":|- \t");

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsGap(string text, int at) => at >= text.Length || text[at] is ' ' or '\t' or '\n';

    private static bool EndsWithScheme(ReadOnlySpan<char> text) =>
        text.EndsWith("mailto", StringComparison.OrdinalIgnoreCase) || text.EndsWith("tel", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("xmpp", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where what follows an ampersand makes it a character reference.</summary>
    public static bool IsEntity(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';');
        return end > 0 && !rest[(rest[0] == '#' ? 1 : 0)..end].ContainsAnyExcept(AsciiWord);
    }

    private static readonly SearchValues<char> AsciiWord = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
