namespace Cms.Content.Sources.TextPages;

/// <summary>Parts a credit at commas, conjunctions and the Arabic و, never inside a name.</summary>
internal static class BylineSplitter
{
    private static readonly string[] Separators = [",", ";", "&", "،", "؛", " / ", " | "];

    // Names that begin with the letter that is also the conjunction.
    private static readonly PhraseList NamesInWaw = new(
        "وائل", "وليد", "وسام", "وحيد", "وفاء", "وجدي", "وجيه", "وردة", "وديع", "وسيم", "وصفي", "وهبة", "وهبي", "وهيب", "ولاء",
        "وداد", "واصف", "والي", "وهدان",
        "وضاح", "وعد", "ورد", "وفيق", "وفيقة", "وجنات", "وصال", "وئام", "واثق", "وافي", "وليم", "ويليام", "وداعة", "ونيس",
        "وزير", "وكيل", "ولد", "وادي", "واعر");

    public static IReadOnlyList<string> Split(string credit)
    {
        var parts = credit.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.SelectMany(SplitAtConjunctions).SelectMany(SplitAtDash).Where(part => part.Any(char.IsLetter))];
    }

    private static IEnumerable<string> SplitAtConjunctions(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = 0;
        for (var at = 0; at < words.Length; at++)
        {
            if (IsConjunction(words[at]))
            {
                if (at > start) yield return string.Join(' ', words[start..at]);
                start = at + 1;
            }
            else if (at - start >= 2 && words.Length - at >= 2 && IsGluedConjunction(words[at]))
            {
                yield return string.Join(' ', words[start..at]);
                words[at] = words[at][1..];
                start = at;
            }
        }
        if (start < words.Length) yield return string.Join(' ', words[start..]);
    }

    private static bool IsConjunction(string word) => word is "و" || word.Equals("and", StringComparison.OrdinalIgnoreCase);

    private static bool IsGluedConjunction(string word) => word.Length >= 4 && word[0] == 'و' && !NamesInWaw.Is(FoldedText.Fold(word));

    // A spaced dash parts a name from an agency, a job or a city; other dashes belong to the name.
    private static IEnumerable<string> SplitAtDash(string part)
    {
        var sides = part.Split([" - ", " – ", " — "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return sides.Length > 1 && sides.Any(side => Credits.IsAgency(side) || Credits.IsJob(side) || Credits.IsCity(side)) ? sides : [part];
    }
}
