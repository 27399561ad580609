using System.Buffers;

namespace Cms.Content.Sources.TextPages;

/// <summary>What a person's name looks like, in Latin and in Arabic letters.</summary>
internal static class Names
{
    private const int LongestName = 60;

    private static readonly SearchValues<char> Never = SearchValues.Create(":,،؛;?؟!|\"“”«»…()[]<>");

    private static readonly PhraseList Particles = new(
        "al", "el", "bin", "ibn", "ben", "bint", "abu", "abou", "abd", "de", "da", "del", "della", "di", "dos", "du", "la", "le", "van", "von",
        "der", "den", "ter", "y", "e", "zu", "af", "av");

    private static readonly PhraseList Titles = new("dr", "prof", "eng", "mr", "mrs", "ms", "sir", "د", "أ", "أ.د", "م", "دكتور", "الدكتور");

    private static readonly PhraseList NeverInNames = new(
        "of", "to", "over", "the", "a", "an", "in", "on", "at", "for", "from", "by", "with", "as", "after", "before", "amid", "against", "and", "or",
        "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "may", "must", "should", "not", "no", "new", "his", "her",
        "its", "who", "why", "how", "what", "when", "where", "wins", "win", "won", "says", "said", "say", "named", "names", "faces", "face",
        "dies", "dead", "died", "quits", "quit", "resigns", "resigned", "steps", "stepped", "leaves", "joins", "joined", "gets", "got", "takes",
        "makes", "calls", "urges", "warns", "tells", "told", "meets", "visits", "opens", "launches", "launched", "unveils", "denies", "rejects",
        "backs", "slams", "arrested", "appointed", "jailed", "sacked", "fired", "ousted", "charged", "accused", "elected", "honoured", "honored",
        "killed", "sues", "sued", "sells", "buys", "seeks", "plans", "vows", "hails", "praises", "apologises", "apologizes", "returns", "reveals",
        "awarded", "removed", "replaced", "announces", "award", "awards", "prize", "resignation", "appointment",
        "من", "في", "إلى", "عن", "أن", "مع", "بعد", "قبل", "خلال", "حول", "ضد", "بين", "هذا", "هذه", "التي", "الذي", "منذ", "أمام", "قال", "قالت",
        "أكد", "أعلن", "كشف", "افتتح", "استقبل", "استقال", "التقى", "شهد", "طالب", "وفاة", "تعيين", "إقالة", "استقالة", "فوز", "لـ", "كل", "ما", "لا",
        "لم", "لن", "هل", "ماذا", "كيف", "سوف", "قد", "تفتتح", "تعلن", "تؤكد", "تكشف", "تستقبل", "تشهد", "تلتقي", "تطالب", "تقول");

    private static readonly PhraseList NamesInYeh = new(
        "يوسف", "ياسر", "يحيى", "ياسمين", "يسري", "يسرا", "يسرى", "يونس", "ياسين", "يعقوب", "يزيد", "يمنى", "يمامة", "يارا", "يزن", "يعرب", "يوحنا");

    /// <summary>True when the text can be somebody's name: one to four words, none of them a verb or a function word.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is 0 or > LongestName || text.AsSpan().ContainsAny(Never) || text.Any(char.IsDigit)) return false;
        if (text[^1] is '.' or '-' or '–' or '=' or '/') return false;

        var words = text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => Titles.Is(FoldedText.Fold(word)))
            .ToArray();
        return words.Length is >= 1 and <= 4 && words.All(IsNameWord) && words.Any(word => !Particles.Is(FoldedText.Fold(word)));
    }

    /// <summary>True when the word is one that sentences have and names have not.</summary>
    public static bool IsVerbOrFunctionWord(string word)
    {
        var folded = FoldedText.Fold(word);
        return NeverInNames.Is(folded) || (folded.Length >= 4 && folded[0] == 'ي' && !NamesInYeh.Is(folded));
    }

    private static bool IsNameWord(string word) =>
        char.IsLetter(word[0])
        && !IsVerbOrFunctionWord(word)
        && (!char.IsLower(word[0]) || Particles.Is(FoldedText.Fold(word)) || word.Contains('-', StringComparison.Ordinal));
}
