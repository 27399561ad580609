using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cms.Content.Text;

/// <summary>The two forms of a line: one to keep, one to compare.</summary>
public static class Normalization
{
    private const char Tatweel = '\u0640';

    // The limit of Unicode's stream-safe text; no language comes near it.
    private const int MostMarks = 30;

    /// <summary>Before it no character is a mark that goes with another.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>What hardly any line has, and <see cref="WithoutInvisible"/> looks at.</summary>
    private static readonly SearchValues<char> Suspect = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(letter => char.IsSurrogate(letter) || IsUnstorable(letter) || IsInvisible(letter) || letter is '\u200C' or '\u200D')]);

    /// <summary>False where the runtime lacks ICU and would store decomposed text without a word.</summary>
    public static bool IsAvailable => "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>The text as it is stored: composed, spaces collapsed, ends trimmed, control characters and invisible marks removed.</summary>
    public static string ForStoring(string text)
    {
        if (text.Length == 0) return "";
        var composed = Composed(text);
        var stored = new StringBuilder(composed.Length);
        for (var index = 0; index < composed.Length; index++)
        {
            var letter = composed[index];
            if (char.IsWhiteSpace(letter))
            {
                var start = index;
                while (index + 1 < composed.Length && char.IsWhiteSpace(composed[index + 1])) index++;
                var atAnEnd = stored.Length == 0 || index + 1 == composed.Length;
                if (!atAnEnd) stored.Append(index == start && IsNoBreakSpace(letter) ? letter : ' ');
            }
            else stored.Append(letter);
        }
        return stored.ToString();
    }

    /// <summary>The text as it is stored, but with its spaces and line breaks as they are: the form of markup before it is read.</summary>
    internal static string Composed(string text) => WithoutHeaps(WithoutHeaps(WithoutInvisible(text)).Normalize(NormalizationForm.FormC));

    /// <summary>
    /// The text as it is compared: the stored form without tatweel, harakat and soft hyphens, every space plain, digits and case folded.
    /// </summary>
    public static string ForMatching(string text)
    {
        var stored = ForStoring(text);
        var match = new StringBuilder(stored.Length);
        foreach (var letter in stored)
        {
            if (letter is Tatweel or '\u00AD' || IsHaraka(letter)) continue;
            if (IsNoBreakSpace(letter)) match.Append(' ');
            else if (char.IsDigit(letter)) match.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
            else match.Append(letter);
        }
        // What was dropped may have held spaces or joiners apart.
        return ForStoring(match.ToString().ToLowerInvariant());
    }

    /// <summary>The text without the strokes that stretch Arabic words.</summary>
    public static string StripTatweel(string text) => text.Replace("\u0640", "", StringComparison.Ordinal);

    /// <summary>True for the vowel signs of Arabic, which most writers leave out.</summary>
    internal static bool IsHaraka(char letter) => letter is >= '\u064B' and <= '\u0652' or '\u0670';

    /// <summary>True for what no stored text may contain: controls other than line breaks and tabs, and code points that are no characters.</summary>
    internal static bool IsUnstorable(char letter) =>
        (char.IsControl(letter) && !char.IsWhiteSpace(letter)) || letter is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF';

    // Half a surrogate pair goes too: normalisation throws on it, and PostgreSQL refuses it.
    private static string WithoutInvisible(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspect)) return text;
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsSurrogate(letter))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(letter, text[index + 1])) kept.Append(letter).Append(text[++index]);
            }
            else if (!IsUnstorable(letter) && !IsInvisible(letter)) kept.Append(letter);
        }
        return WithoutIdleJoiners(kept.ToString());
    }

    // Normalisation sorts the marks of a letter in quadratic time: a megabyte of them would stop the server for minutes.
    private static string WithoutHeaps(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, '\uFFFF')) return text;
        StringBuilder? kept = null;
        var marks = 0;
        for (var index = 0; index < text.Length;)
        {
            var length = char.IsHighSurrogate(text[index]) ? 2 : 1;
            var isMark = CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            marks = isMark ? marks + 1 : 0;
            if (marks > MostMarks) kept ??= new StringBuilder(text, 0, index, text.Length);
            else kept?.Append(text, index, length);
            index += length;
        }
        return kept?.ToString() ?? text;
    }

    private static string WithoutIdleJoiners(string text)
    {
        if (!text.AsSpan().ContainsAny('\u200C', '\u200D')) return text;
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isIdle = text[index] is '\u200C' or '\u200D'
                && !(kept.Length > 0 && IsJoinable(kept[^1]) && index + 1 < text.Length && IsJoinable(text[index + 1]));
            if (!isIdle) kept.Append(text[index]);
        }
        return kept.ToString();
    }

    private static bool IsInvisible(char letter) =>
        letter is '\u200B' or '\u200E' or '\u200F' or '\u061C' or '\u2060' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsNoBreakSpace(char letter) => letter is '\u00A0' or '\u202F';

    // Letters, their marks, and emoji (which come as surrogates or symbols, with or without a variation selector).
    private static bool IsJoinable(char letter) =>
        char.IsLetter(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol;
}
