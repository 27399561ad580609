using System.Globalization;
using System.Text;

namespace Cms.Content.Text;

/// <summary>The encoding of an older page, told by how its letters join to words.</summary>
internal sealed record LegacyEncoding(string Name, string Text)
{
    private static readonly Encoding Western = CodePage(1252);
    private static readonly Encoding Arabic = CodePage(1256);

    private static readonly HashSet<string> CommonArabicWords =
    [
        "من", "في", "فى", "على", "إلى", "الى", "أن", "ان", "عن", "مع", "هذا", "هذه", "التي", "التى", "الذي", "الذى",
        "كان", "كانت", "قال", "قالت", "بعد", "قبل", "بين", "أو", "لا", "ما", "لم", "لن", "قد", "كل", "ذلك", "غير", "حتى", "عام", "يوم", "خلال",
    ];

    /// <summary>Windows-1252 or Windows-1256, if exactly one of them makes words of the bytes; null otherwise.</summary>
    public static LegacyEncoding? Of(ReadOnlySpan<byte> bytes)
    {
        var western = Western.GetString(bytes);
        var arabic = Arabic.GetString(bytes);
        return (IsWestern(western), IsArabic(arabic)) switch
        {
            (true, false) => new LegacyEncoding("windows-1252", western),
            (false, true) => new LegacyEncoding("windows-1256", arabic),
            _ => null,
        };
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException($"The code page {number} is missing.");

    private static bool IsArabic(string text)
    {
        int words = 0, known = 0, mixed = 0;
        foreach (var word in Words(text))
        {
            var arabic = word.Count(IsArabicLetter);
            if (arabic == 0) continue;
            if (word.Any(letter => char.IsLetter(letter) && !IsArabicLetter(letter))) mixed++;
            else if (arabic > 1)
            {
                words++;
                if (CommonArabicWords.Contains(word) || IsWithArticle(word)) known++;
            }
        }
        return known > 0 && known * 10 >= words && mixed * 10 <= words;
    }

    private static bool IsWithArticle(string word)
    {
        var article = word.IndexOf("ال", StringComparison.Ordinal);
        return word.Length >= 4 && (article == 0 || (article == 1 && word[0] is 'و' or 'ب' or 'ف' or 'ك'));
    }

    private static bool IsArabicLetter(char letter) => letter is >= '\u0600' and <= '\u06FF' && char.IsLetter(letter);

    // In the wrong encoding accents stand in heaps, capitals inside words, and signs between letters.
    private static bool IsWestern(string text)
    {
        int good = 0, bad = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter < '\u0080') continue;
            if (char.IsControl(letter)) return false;
            var before = index > 0 ? text[index - 1] : ' ';
            var after = index + 1 < text.Length ? text[index + 1] : ' ';
            if (char.IsLetter(letter))
            {
                var heap = before >= '\u0080' && char.IsLetter(before) && after >= '\u0080' && char.IsLetter(after);
                if (heap || (char.IsUpper(letter) && char.IsLower(before))) bad++;
                else good++;
            }
            else if (!IsTypographic(letter) && char.IsLetter(before) && char.IsLetter(after)) bad++;
        }
        return bad * 20 <= good;
    }

    private static bool IsTypographic(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator
        || letter is '…' or '•' or '·' or '´' or '\u00AD';

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isInside = index < text.Length
                && (char.IsLetter(text[index]) || char.GetUnicodeCategory(text[index]) == UnicodeCategory.NonSpacingMark);
            if (isInside && start < 0) start = index;
            if (isInside || start < 0) continue;
            yield return text[start..index];
            start = -1;
        }
    }
}
