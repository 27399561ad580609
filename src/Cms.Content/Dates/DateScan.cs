using System.Collections;

namespace Cms.Content.Dates;

/// <summary>The tokens of one line, and which of them are understood already.</summary>
internal sealed class DateScan(string line) : IEnumerable<int>
{
    private readonly List<DateToken> tokens = DateToken.Split(line);
    private readonly HashSet<int> used = [];

    /// <summary>The line.</summary>
    public string Line { get; } = line;

    /// <summary>How many tokens there are.</summary>
    public int Count => tokens.Count;

    /// <summary>The token at a position, which must exist.</summary>
    public DateToken this[int position] => tokens[position];

    /// <summary>True when a token of the kind is there and not yet understood.</summary>
    public bool IsFree(int position, DateTokenKind kind) =>
        position >= 0 && position < tokens.Count && !used.Contains(position) && tokens[position].Kind == kind;

    /// <summary>True when the token is understood.</summary>
    public bool IsUsed(int position) => used.Contains(position);

    /// <summary>True when one of these characters stands there, understood or not.</summary>
    public bool IsMark(int position, string characters) => position >= 0 && position < tokens.Count && tokens[position].IsMark(characters);

    /// <summary>True when a free number of so many digits is there.</summary>
    public bool IsNumber(int position, int fewest, int most) =>
        IsFree(position, DateTokenKind.Number) && tokens[position].IsNumber(fewest, most);

    /// <summary>True when the free word is there.</summary>
    public bool IsWord(int position, string word) => IsFree(position, DateTokenKind.Word) && tokens[position].Fold == word;

    /// <summary>True when the token touches the one before it.</summary>
    public bool IsGlued(int position) => position > 0 && position < tokens.Count && !tokens[position].IsSpaced;

    /// <summary>True for the minutes or seconds of a time.</summary>
    public bool IsAfterColon(int position) => IsMark(position - 1, ":") && position >= 2 && tokens[position - 2].Kind == DateTokenKind.Number;

    /// <summary>Marks the tokens as understood.</summary>
    public void Use(int start, int end)
    {
        for (var position = start; position < end; position++) used.Add(position);
    }

    /// <summary>The position of the first token that is no mark, from a position on.</summary>
    public int AfterMarks(int position)
    {
        while (position < tokens.Count && tokens[position].Kind == DateTokenKind.Mark) position++;
        return position;
    }

    /// <summary>How many words, divided by spaces, hold a letter or digit that is not understood.</summary>
    public int WordsLeft()
    {
        var words = 0;
        var isCounted = false;
        foreach (var position in this)
        {
            if (tokens[position].IsSpaced) isCounted = false;
            if (isCounted || used.Contains(position) || tokens[position].Kind == DateTokenKind.Mark) continue;
            words++;
            isCounted = true;
        }
        return words;
    }

    /// <summary>All positions.</summary>
    public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, tokens.Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
