using System.Text.RegularExpressions;

namespace Cms.Content.Text;

/// <summary>Which language a text is in, and which way it runs.</summary>
public static partial class Languages
{
    private const int EnoughToTell = 20_000;

    private static readonly HashSet<string> RightToLeftLanguages =
    [
        "ar", "arc", "arz", "ary", "arq", "apc", "ajp", "acm", "afb", "fa", "prs", "he", "iw", "yi", "ji", "ur", "ps", "sd", "ug", "ckb", "dv", "syr",
        "ks", "nqo", "pnb", "azb", "glk", "mzn", "lrc", "bal", "rhg", "haz", "khw",
    ];

    private static readonly HashSet<string> RightToLeftScripts =
        ["arab", "aran", "hebr", "syrc", "syre", "syrj", "syrn", "thaa", "nkoo", "adlm", "rohg", "samr", "mand", "mend", "yezi"];

    /// <summary>The BCP 47 tag of the text's language: by script, then by common words; the default where the text does not tell.</summary>
    public static string Detect(string text, string defaultLanguage)
    {
        var sample = text.Length > EnoughToTell ? text[..EnoughToTell] : text;
        var defaultPrimary = Primary(defaultLanguage);
        if (Scripts.DominantOf(sample) is not { } script) return defaultLanguage;

        var found = CommonWords.Of(script)?.Winner(sample, defaultPrimary);
        if (found is null)
        {
            // The words do not tell, but a language in another script than the text's is certainly wrong.
            found = Scripts.OfLanguage(defaultPrimary, ScriptSubtag(defaultLanguage)) == script ? defaultPrimary : Scripts.LeadingLanguageOf(script);
        }
        return found == defaultPrimary ? defaultLanguage : found;
    }

    /// <summary>`rtl` for a language, or a script named in the tag, that is written from right to left; otherwise `ltr`.</summary>
    public static string DirectionOf(string language)
    {
        var isRightToLeft = ScriptSubtag(language) is { } script
            ? RightToLeftScripts.Contains(script)
            : RightToLeftLanguages.Contains(Primary(language));
        return isRightToLeft ? "rtl" : "ltr";
    }

    /// <summary>True when the tag follows the grammar of BCP 47; the irregular tags of before 2006 do not count.</summary>
    public static bool IsWellFormed(string tag) =>
        // Most are only the name of a language; the start need not make the pattern for that, which is dear.
        (tag.Length is >= 2 and <= 8 && tag.All(char.IsAsciiLetter)) || WellFormed().IsMatch(tag);

    /// <summary>The ISO 15924 code of the script that a language is written in.</summary>
    internal static string ScriptOf(string tag) => Scripts.OfLanguage(Primary(tag), ScriptSubtag(tag));

    private static string Primary(string tag) => tag.Split('-', 2)[0].ToLowerInvariant();

    private static string? ScriptSubtag(string tag) => !tag.Contains('-') ? null :
        tag.ToLowerInvariant().Split('-').Skip(1)
            .TakeWhile(part => part.Length > 1)
            .FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));

    [GeneratedRegex(
        """
        \A(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})
        (?:-[a-z]{4})?
        (?:-(?:[a-z]{2}|[0-9]{3}))?
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*
        (?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*
        (?:-x(?:-[a-z0-9]{1,8})+)?
        |x(?:-[a-z0-9]{1,8})+)\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex WellFormed();
}
