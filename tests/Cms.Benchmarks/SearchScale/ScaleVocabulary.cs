using Dapper;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>Invented words, as unevenly common as those of a language, each with what PostgreSQL's analysis makes of it.</summary>
internal sealed class ScaleVocabulary
{
    /// <summary>Words that are stop words or nearly: two in five of a text.</summary>
    public static readonly string[] Glue = ["the", "of", "to", "and", "in", "a", "for", "that", "on", "is", "with", "was", "by", "has", "it"];

    private static readonly string[] Syllables =
    [
        "ba", "con", "der", "el", "fi", "gan", "har", "in", "jo", "ka", "lem", "mi", "nor", "op", "pre", "qui", "ras", "sen", "tor", "ul",
        "ver", "wan", "yo", "zi", "sta", "bru", "cle", "dro", "fle", "gri", "pla", "ske", "tra", "vo", "wes", "mon",
    ];

    private static readonly string[] Endings = ["", "s", "ed", "ing", "er", "tion", "ment", "al", "y", "ity", "a", "o", "um", "ek", "on"];

    // Zipf and Mandelbrot: the commonest word stands in a quarter of all stories, and the tail is long.
    private const double Shift = 100;

    private readonly double span;

    private ScaleVocabulary(string[] words, byte[][] lexemes) =>
        (Words, Lexemes, span) = (words, lexemes, Math.Log((words.Length + Shift) / Shift));

    public string[] Words { get; }

    /// <summary>The lexeme of each word.</summary>
    public byte[][] Lexemes { get; }

    public static async Task<ScaleVocabulary> Make(NpgsqlConnection connection, int size)
    {
        var random = new Random(5);
        var words = new HashSet<string>(size);
        while (words.Count < size)
        {
            // Common words are short, as they are in a language.
            var syllables = words.Count < 400 ? random.Next(1, 3) : words.Count < 20_000 ? random.Next(2, 4) : random.Next(3, 5);
            words.Add(string.Concat(random.GetItems(Syllables, syllables)) + Endings[random.Next(Endings.Length)]);
        }

        string[] all = [.. words];
        var lexemes = await connection.QueryAsync<string>(
            """
            select coalesce((tsvector_to_array(to_tsvector('search_english', w.word)))[1], 'x')
            from unnest(@all) with ordinality w (word, place)
            order by w.place
            """,
            new { all });
        return new ScaleVocabulary(all, [.. lexemes.Select(System.Text.Encoding.UTF8.GetBytes)]);
    }

    /// <summary>A word by how common it is.</summary>
    public int Draw(Random random) => (int)(Shift * (Math.Exp(random.NextDouble() * span) - 1));
}
