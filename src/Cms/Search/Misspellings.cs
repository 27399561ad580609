namespace Cms.Search;

/// <summary>What a word may have been meant to be, and how far apart two words are.</summary>
internal static class Misspellings
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئءؤ";

    /// <summary>Every word that is one letter away: one too many, one too few, another one, or two swapped.</summary>
    public static string[] OneAway(string word)
    {
        var letters = word.Any(letter => letter > '\u05FF') ? Arabic : Latin;
        var words = new HashSet<string>();
        for (var at = 0; at <= word.Length; at++)
        {
            var (head, tail) = (word[..at], word[at..]);
            if (tail.Length > 0)
            {
                words.Add(head + tail[1..]);
            }

            if (tail.Length > 1)
            {
                words.Add($"{head}{tail[1]}{tail[0]}{tail[2..]}");
            }

            foreach (var letter in letters)
            {
                words.Add($"{head}{letter}{tail}");
                if (tail.Length > 0)
                {
                    words.Add($"{head}{letter}{tail[1..]}");
                }
            }
        }

        words.Remove(word);
        return [.. words];
    }

    /// <summary>Letters to add, drop, replace or swap with their neighbour until one word is the other.</summary>
    public static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    rows[row, column] = row + column;
                    continue;
                }

                var other = from[row - 1] == to[column - 1] ? 0 : 1;
                var least = Math.Min(rows[row - 1, column - 1] + other, Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1);
                var isSwapped = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
                rows[row, column] = isSwapped ? Math.Min(least, rows[row - 2, column - 2] + 1) : least;
            }
        }

        return rows[from.Length, to.Length];
    }
}
