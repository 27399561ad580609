namespace Cms.Content.Dates;

/// <summary>Names of one or more words and what each means.</summary>
internal sealed class PhraseTable<T>
    where T : notnull
{
    private const int LongestPhrase = 4;
    private readonly Dictionary<string, T> meanings = [];

    /// <summary>A table of rows, each a meaning and its names divided by `|`.</summary>
    public PhraseTable(params (T Meaning, string Names)[] rows)
    {
        foreach (var (meaning, names) in rows)
        {
            foreach (var name in names.Split('|')) meanings[DateToken.FoldWord(name)] = meaning;
        }
    }

    /// <summary>Finds the longest name that begins at a token.</summary>
    public bool TryFind(DateScan scan, int start, out T meaning, out int end)
    {
        (meaning, end) = (default!, start);
        var phrase = "";
        var position = start;
        for (var words = 0; words < LongestPhrase && scan.IsFree(position, DateTokenKind.Word); words++)
        {
            phrase = words == 0 ? scan[position].Fold : $"{phrase} {scan[position].Fold}";
            position++;
            if (meanings.TryGetValue(phrase, out var found)) (meaning, end) = (found, position);
            // A hyphen, an apostrophe or the dot of an abbreviation may stand inside a name: `dhul-hijjah`, `a.m.`
            if (scan.IsFree(position, DateTokenKind.Mark) && scan[position].IsMark("-.'’") && !scan[position].IsSpaced
                && scan.IsFree(position + 1, DateTokenKind.Word) && !scan[position + 1].IsSpaced) position++;
        }
        return end > start;
    }
}
