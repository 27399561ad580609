namespace Cms.Content.Sources.TextPages;

/// <summary>Fixed phrases to look for in folded text; the longest that fits wins.</summary>
internal sealed class PhraseList
{
    private readonly string[] longestFirst;
    private readonly HashSet<string> whole;

    public PhraseList(params IEnumerable<string> phrases)
    {
        whole = phrases.Select(FoldedText.Fold).ToHashSet(StringComparer.Ordinal);
        longestFirst = [.. whole.OrderByDescending(phrase => phrase.Length).ThenBy(phrase => phrase, StringComparer.Ordinal)];
    }

    /// <summary>True when the folded text is one of the phrases, end punctuation aside.</summary>
    public bool Is(string folded) => whole.Contains(folded.Trim(' ', ':', '.', '-', '–', '|', '»', '«', '=', '…', '(', ')'));

    /// <summary>The length of the phrase that stands as whole words at a place; 0 when none does.</summary>
    public int LengthAt(string folded, int at) =>
        longestFirst.FirstOrDefault(phrase => StandsAt(folded, at, phrase) && EndsWord(folded, at + phrase.Length))?.Length ?? 0;

    /// <summary>The length of the phrase at a place, even where the next word is glued to it; 0 when there is none.</summary>
    public int LengthGluedAt(string folded, int at) =>
        longestFirst.FirstOrDefault(phrase => phrase.Contains(' ', StringComparison.Ordinal) && StandsAt(folded, at, phrase))?.Length ?? 0;

    /// <summary>True when one of the phrases stands anywhere in the text as whole words.</summary>
    public bool IsIn(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var startsWord = at == 0 || !char.IsLetterOrDigit(folded[at - 1]);
            if (startsWord && LengthAt(folded, at) > 0) return true;
        }
        return false;
    }

    private static bool StandsAt(string folded, int at, string phrase) => string.CompareOrdinal(folded, at, phrase, 0, phrase.Length) == 0;

    private static bool EndsWord(string folded, int end) => end >= folded.Length || !char.IsLetterOrDigit(folded[end]);
}
