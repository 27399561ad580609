namespace Cms.Content.Bodies;

/// <summary>Which languages are written from right to left.</summary>
internal static class RightToLeft
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arz", "ary", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc",
        "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    private static readonly HashSet<string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    };

    /// <summary>True for a BCP 47 tag whose script (named, or usual for its language) runs from right to left.</summary>
    public static bool IsScriptOf(string language)
    {
        var subtags = language.Split('-');
        var script = subtags.Skip(1).TakeWhile(subtag => subtag.Length > 1)
            .FirstOrDefault(subtag => subtag.Length == 4 && char.IsAsciiLetter(subtag[0]));
        return script is null ? Languages.Contains(subtags[0]) : Scripts.Contains(script);
    }
}
