namespace Cms.Content.Sources.TextPages;

/// <summary>Fixed phrases to look for in folded text; the longest that fits wins.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<char, string[]> longestFirst;
    private readonly HashSet<string> whole;

    public PhraseList(params IEnumerable<string> phrases)
    {
        whole = phrases.Select(FoldedText.Fold).ToHashSet(StringComparer.Ordinal);
        longestFirst = whole.GroupBy(phrase => phrase[0])
            .ToDictionary(phrases => phrases.Key, phrases => phrases.OrderByDescending(phrase => phrase.Length).ToArray());
    }

    /// <summary>True when the folded text is one of the phrases, end punctuation aside.</summary>
    public bool Is(string folded) => whole.Contains(folded.Trim(' ', ':', '.', '-', '–', '|', '»', '«', '=', '…', '(', ')'));

    /// <summary>The length of the phrase that stands as whole words at a place; 0 when none does.</summary>
    public int LengthAt(string folded, int at) =>
        At(folded, at).FirstOrDefault(phrase => StandsAt(folded, at, phrase) && EndsWord(folded, at + phrase.Length))?.Length ?? 0;

    /// <summary>The length of the phrase at a place, even where the next word is glued to it; 0 when there is none.</summary>
    public int LengthGluedAt(string folded, int at) =>
        At(folded, at).FirstOrDefault(phrase => phrase.Contains(' ', StringComparison.Ordinal) && StandsAt(folded, at, phrase))?.Length ?? 0;

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

    private string[] At(string folded, int at) => at < folded.Length && longestFirst.TryGetValue(folded[at], out var phrases) ? phrases : [];

    private static bool StandsAt(string folded, int at, string phrase) => string.CompareOrdinal(folded, at, phrase, 0, phrase.Length) == 0;

    private static bool EndsWord(string folded, int end) => end >= folded.Length || !char.IsLetterOrDigit(folded[end]);
}
