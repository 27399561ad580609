using System.Globalization;
using System.Text;

namespace Cms.Benchmarks.Archive;

/// <summary>Invented prose whose words are as unevenly common as those of a language; the same seed gives the same text.</summary>
internal sealed class GeneratedText
{
    private static readonly string[] Glue = ["the", "of", "to", "and", "in", "a", "said", "for", "that", "on", "is", "with", "was", "by", "has"];
    private static readonly string[] Syllables =
        ["ba", "con", "der", "el", "fi", "gan", "har", "in", "jo", "ka", "lem", "mi", "nor", "op", "pre", "qui", "ras", "sen", "tor", "ul", "ver", "wan", "yo", "zi"];
    private static readonly string[] Endings = ["", "s", "ed", "ing", "er", "tion", "ment", "al", "y", "ity"];

    private readonly Random random;
    private readonly string[] vocabulary;

    public GeneratedText(int seed, int words = 20_000)
    {
        random = new Random(seed);
        vocabulary = [.. Enumerable.Range(0, words).Select(_ => Invent())];
    }

    public Random Random => random;

    /// <summary>Words with the first one in capitals, as in a headline or a name.</summary>
    public string Title(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Capital(Rare())));

    /// <summary>Sentences of about this many words in all.</summary>
    public string Paragraph(int words)
    {
        var text = new StringBuilder();
        while (words > 0)
        {
            var length = random.Next(9, 24);
            text.Append(text.Length == 0 ? "" : " ").Append(Sentence(length));
            words -= length;
        }

        return text.ToString();
    }

    private string Sentence(int words) =>
        Capital(string.Join(' ', Enumerable.Range(0, words).Select(_ => random.NextDouble() < 0.4 ? Glue[random.Next(Glue.Length)] : Rare()))) + ".";

    // The density of a word falls with its place in the vocabulary, as it does in a language.
    private string Rare() => vocabulary[(int)Math.Pow(vocabulary.Length, random.NextDouble()) - 1];

    private string Invent() =>
        string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)])) + Endings[random.Next(Endings.Length)];

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
