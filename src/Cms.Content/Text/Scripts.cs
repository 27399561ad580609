namespace Cms.Content.Text;

/// <summary>The scripts that news is written in, by their ISO 15924 codes.</summary>
internal static class Scripts
{
    // Japanese and Korean mix Han with their own letters, so theirs tell.
    private static readonly (string Code, char First, char Last)[] Ranges =
    [
        ("Latn", 'A', 'Z'), ("Latn", 'a', 'z'), ("Latn", '\u00C0', '\u024F'), ("Latn", '\u1E00', '\u1EFF'),
        ("Arab", '\u0620', '\u065F'), ("Arab", '\u066E', '\u06D3'), ("Arab", '\u0750', '\u077F'), ("Arab", '\u08A0', '\u08FF'),
        ("Arab", '\uFB50', '\uFDFF'), ("Arab", '\uFE70', '\uFEFC'),
        ("Cyrl", '\u0400', '\u052F'), ("Grek", '\u0370', '\u03FF'), ("Grek", '\u1F00', '\u1FFF'), ("Hebr", '\u05D0', '\u05EA'),
        ("Armn", '\u0530', '\u058F'), ("Deva", '\u0900', '\u097F'), ("Beng", '\u0980', '\u09FF'), ("Thai", '\u0E00', '\u0E7F'),
        ("Geor", '\u10A0', '\u10FF'), ("Ethi", '\u1200', '\u137F'), ("Jpan", '\u3040', '\u30FF'), ("Kore", '\uAC00', '\uD7A3'),
        ("Hani", '\u4E00', '\u9FFF'),
    ];

    private static readonly Dictionary<string, string> LeadingLanguages = new()
    {
        ["Latn"] = "en", ["Arab"] = "ar", ["Cyrl"] = "ru", ["Grek"] = "el", ["Hebr"] = "he", ["Armn"] = "hy", ["Deva"] = "hi", ["Beng"] = "bn",
        ["Thai"] = "th", ["Geor"] = "ka", ["Ethi"] = "am", ["Jpan"] = "ja", ["Kore"] = "ko", ["Hani"] = "zh",
    };

    private static readonly Dictionary<string, string> OtherLanguages = new()
    {
        ["fa"] = "Arab", ["prs"] = "Arab", ["ur"] = "Arab", ["ps"] = "Arab", ["ckb"] = "Arab", ["ug"] = "Arab", ["sd"] = "Arab", ["arz"] = "Arab",
        ["uk"] = "Cyrl", ["bg"] = "Cyrl", ["sr"] = "Cyrl", ["mk"] = "Cyrl", ["be"] = "Cyrl", ["kk"] = "Cyrl", ["ky"] = "Cyrl", ["mn"] = "Cyrl",
        ["yi"] = "Hebr", ["mr"] = "Deva", ["ne"] = "Deva", ["as"] = "Beng", ["ti"] = "Ethi", ["yue"] = "Hani",
    };

    /// <summary>The script of most letters; null when there are none, or two scripts are even.</summary>
    public static string? DominantOf(string text)
    {
        Span<int> letters = stackalloc int[Ranges.Length];
        foreach (var letter in text)
        {
            if (RangeOf(letter) is >= 0 and var range && char.IsLetter(letter)) letters[range]++;
        }
        var counts = new Dictionary<string, int>();
        for (var range = 0; range < letters.Length; range++)
        {
            if (letters[range] > 0) counts[Ranges[range].Code] = counts.GetValueOrDefault(Ranges[range].Code) + letters[range];
        }
        if (counts.Remove("Hani", out var han))
        {
            var carrier = counts.GetValueOrDefault("Jpan") * 4 > han ? "Jpan" : counts.GetValueOrDefault("Kore") > han ? "Kore" : "Hani";
            counts[carrier] = counts.GetValueOrDefault(carrier) + han;
        }
        var ordered = counts.OrderByDescending(pair => pair.Value).Take(2).ToList();
        return ordered.Count == 0 || (ordered.Count == 2 && ordered[0].Value == ordered[1].Value) ? null : ordered[0].Key;
    }

    /// <summary>The language that a script suggests by itself.</summary>
    public static string LeadingLanguageOf(string script) => LeadingLanguages[script];

    /// <summary>The script that a language is written in; Latin where nothing else is known.</summary>
    public static string OfLanguage(string primary, string? scriptSubtag)
    {
        if (scriptSubtag is not null) return char.ToUpperInvariant(scriptSubtag[0]) + scriptSubtag[1..];
        return OtherLanguages.GetValueOrDefault(primary) ?? LeadingLanguages.FirstOrDefault(pair => pair.Value == primary).Key ?? "Latn";
    }

    private static int RangeOf(char letter)
    {
        for (var range = 0; range < Ranges.Length; range++)
        {
            if (letter >= Ranges[range].First && letter <= Ranges[range].Last) return range;
        }
        return -1;
    }
}
