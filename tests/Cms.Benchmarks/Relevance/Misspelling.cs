namespace Cms.Benchmarks.Relevance;

/// <summary>Misspells a query as a hurried reader does: one letter of its longest word is dropped, doubled, swapped or another.</summary>
internal static class Misspelling
{
    public static string Of(string query, int seed)
    {
        var random = new Random(seed);
        var words = query.Split(' ');
        var longest = Array.IndexOf(words, words.MaxBy(word => word.Count(char.IsLetter)));
        var word = words[longest];
        // The first letter is hardly ever the wrong one.
        var at = random.Next(1, Math.Max(2, word.Length - 1));
        if (word.Length > 3)
        {
            words[longest] = random.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, word[at].ToString()),
                2 => $"{word[..(at - 1)]}{word[at]}{word[at - 1]}{word[(at + 1)..]}",
                _ => $"{word[..at]}{word[random.Next(word.Length)]}{word[(at + 1)..]}",
            };
        }

        return string.Join(' ', words);
    }
}
