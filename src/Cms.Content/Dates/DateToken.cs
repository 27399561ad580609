using System.Globalization;
using Cms.Content.Text;

namespace Cms.Content.Dates;

internal enum DateTokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>A run of letters, a run of digits, or one other character.</summary>
internal sealed record DateToken(DateTokenKind Kind, int Start, int Length, string Fold, bool IsSpaced)
{
    /// <summary>The number; -1 for a word, a mark, and a number of more than nine digits, which is no part of a date.</summary>
    public int Value { get; } = Kind == DateTokenKind.Number && Fold.Length <= 9 ? int.Parse(Fold, CultureInfo.InvariantCulture) : -1;

    /// <summary>True when the token is a number of so many digits.</summary>
    public bool IsNumber(int fewest, int most) => Kind == DateTokenKind.Number && Fold.Length >= fewest && Fold.Length <= most;

    /// <summary>True when the token is one of these characters.</summary>
    public bool IsMark(string characters) => Kind == DateTokenKind.Mark && characters.Contains(Fold, StringComparison.Ordinal);

    /// <summary>True when the token is this folded word.</summary>
    public bool IsWord(string word) => Kind == DateTokenKind.Word && Fold == word;

    /// <summary>The tokens of a stored line.</summary>
    public static List<DateToken> Split(string line)
    {
        var tokens = new List<DateToken>();
        for (var start = 0; start < line.Length;)
        {
            if (char.IsWhiteSpace(line[start]))
            {
                start++;
                continue;
            }
            var kind = KindOf(line[start]);
            var end = start + 1;
            while (kind != DateTokenKind.Mark && end < line.Length && Continues(kind, line[end])) end++;
            var text = line[start..end];
            var isSpaced = start > 0 && char.IsWhiteSpace(line[start - 1]);
            tokens.Add(new DateToken(kind, start, end - start, kind == DateTokenKind.Mark ? text : FoldWord(text), isSpaced));
            start = end;
        }
        return tokens;
    }

    /// <summary>A word as the tables have it: no case, no hamza on a carrier, no Persian shapes of Arabic letters.</summary>
    public static string FoldWord(string word)
    {
        var folded = Normalization.ForMatching(word).ToCharArray();
        for (var index = 0; index < folded.Length; index++)
        {
            folded[index] = folded[index] switch
            {
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ى' or 'ی' => 'ي',
                'ة' => 'ه',
                'ک' => 'ك',
                var letter => letter,
            };
        }
        return new string(folded);
    }

    private static DateTokenKind KindOf(char letter) =>
        char.IsDigit(letter) ? DateTokenKind.Number : char.IsLetter(letter) || char.IsSurrogate(letter) ? DateTokenKind.Word : DateTokenKind.Mark;

    // Marks and joiners belong to the word before them.
    private static bool Continues(DateTokenKind kind, char letter) =>
        KindOf(letter) == kind
        || (kind == DateTokenKind.Word && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
}
