using System.Globalization;
using System.Text;

namespace Cms.Content.Text;

/// <summary>The readable part of an address, made from a headline or a name.</summary>
public static class Slugs
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 100;

    private const string Quotes = "'\"`´‘’‚‛“”„‟‹›«»′″ʼʻ＇＂";

    private static readonly Dictionary<char, string> LettersWithoutAccent = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i", ['ħ'] = "h",
        ['ŧ'] = "t", ['ŋ'] = "n",
    };

    /// <summary>The slug of a text; empty when the text has neither letter nor digit, or is an id itself.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || (rune.IsBmp && Quotes.Contains((char)rune.Value))) continue;
            if (Rune.IsDigit(rune)) slug.Append((int)Rune.GetNumericValue(rune));
            else if (rune.Value == '\u0640' || IsDroppedMark(rune)) continue;
            else if (Rune.IsLetter(rune)) slug.Append(Folded(rune));
            else if (IsMark(rune) && slug.Length > 0 && slug[^1] > '\u007F') slug.Append(rune);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var cut = Cut(slug.ToString().Normalize(NormalizationForm.FormC).Trim('-'), MaxLength);
        return Guid.TryParse(cut, out _) ? "" : cut;
    }

    /// <summary>The slug of a text, or one made of the id when the text gives none.</summary>
    public static string From(string text, Guid id) => From(text) is { Length: > 0 } slug ? slug : $"article-{id.ToString("N")[^12..]}";

    /// <summary>The slug with a number behind it, shortened where needed.</summary>
    public static string Numbered(string slug, int n)
    {
        var tail = string.Create(CultureInfo.InvariantCulture, $"-{n}");
        return Cut(slug, MaxLength - tail.Length) + tail;
    }

    /// <summary>True for what <see cref="From(string)"/> can make; an id is never a slug.</summary>
    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && From(slug) == slug;

    // Half pairs go, because normalisation throws on them; ligatures and the joined forms of old Arabic pages become plain letters.
    private static string Composed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xFB00 and <= 0xFFEF and not 0xFFFD and not 0xFEFF) whole.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else whole.Append(rune);
        }
        return whole.Replace("\uFFFD", " ").Replace("\uFFFE", " ").Replace("\uFFFF", " ").ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Folded(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsAscii) return lower.ToString();
        if (lower.IsBmp && LettersWithoutAccent.TryGetValue((char)lower.Value, out var folded)) return folded;
        var ascii = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(part)) continue;
            if (!part.IsAscii || !Rune.IsLetter(part)) return lower.ToString();
            ascii.Append(Rune.ToLowerInvariant(part));
        }
        return ascii.Length == 0 ? lower.ToString() : ascii.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Accents, niqqud, harakat and variation selectors; the vowel signs of Indic and Thai writing are letters to their readers and stay.
    private static bool IsDroppedMark(Rune rune) => IsMark(rune) && rune.Value is
        (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0489) or (>= 0x0591 and <= 0x08FF) or (>= 0x1AB0 and <= 0x1AFF)
        or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE2F) or >= 0xE0000;

    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length) return slug;
        if (slug[length] == '-') return slug[..length];
        var hyphen = slug.LastIndexOf('-', length - 1);
        if (hyphen > 0) return slug[..hyphen];
        return slug[..(char.IsLowSurrogate(slug[length]) ? length - 1 : length)];
    }
}
