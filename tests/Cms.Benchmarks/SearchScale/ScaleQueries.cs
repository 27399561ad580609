using Dapper;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>Queries as readers have them: words that stand together in some headline, or common words alone.</summary>
internal sealed class ScaleQueries
{
    /// <summary>Words up to this place in the vocabulary are common: each in a tenth of all stories and more.</summary>
    private const int Common = 60;

    private readonly Random random = new(3);
    private readonly ScaleVocabulary vocabulary;
    private readonly List<string[]> headlines;

    private ScaleQueries(ScaleVocabulary vocabulary, List<string[]> headlines) => (this.vocabulary, this.headlines) = (vocabulary, headlines);

    public static async Task<ScaleQueries> Make(string connectionString, ScaleVocabulary vocabulary)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        var headlines = await connection.QueryAsync<string>(
            "select headline from published_articles where article_id in (select article_id from published_search where bucket = 0 limit 2000)");
        return new ScaleQueries(
            vocabulary,
            [.. headlines
                .Select(headline => headline.Split(' ', '.').Where(word => word.Length > 0 && !ScaleVocabulary.Glue.Contains(word)).Distinct().ToArray())
                .Where(words => words.Length >= 4)]);
    }

    /// <summary>The kinds, each with that many requests.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Paths)> Kinds(int count) =>
    [
        ("one common word", Many(count, () => Search(vocabulary.Words[random.Next(Common)]))),
        ("one word", Many(count, () => Search(Together(1)))),
        ("two words", Many(count, () => Search(Together(2)))),
        ("three words", Many(count, () => Search(Together(3)))),
        ("four words", Many(count, () => Search(Together(4)))),
        ("two common words", Many(count, () => Search(CommonWords(2)))),
        ("four common words", Many(count, () => Search(CommonWords(4)))),
        ("eight common words", Many(count, () => Search(CommonWords(8)))),
        ("170 words of two letters", Many(count, () => Search(Beginnings(170)))),
        ("phrase of two", Many(count, () => Search($"\"{string.Join(' ', Headline().Take(2))}\""))),
        ("phrase of common words", Many(count, () => Search($"\"{CommonWords(2)}\""))),
        ("three words, all facets", Many(count, () => Search(Together(3)) + "&facet=section,author,tag,year,language&count=exact")),
        ("one common word, all facets", Many(count, () => Search(vocabulary.Words[random.Next(Common)]) + "&facet=section,author,tag,year,language&count=exact")),
        ("two words in a section", Many(count, () => Search(Together(2)) + $"&section=filed-{random.Next(1, 9)}")),
        ("common word of an author", Many(count, () => Search(vocabulary.Words[random.Next(Common)]) + $"&author=filed-{random.Next(1, 201)}")),
        ("two words by date", Many(count, () => Search(Together(2)) + "&sort=-publishedAt")),
        ("all but a word", Many(count, () => Search("-" + vocabulary.Words[random.Next(Common)]))),
        ("suggestions", Many(count, () => Suggest(Together(1), random.Next(2, 7)))),
        ("suggestions, one letter", Many(count, () => Suggest(Together(1), 1))),
    ];

    private static string Search(string words) => "/v1/search?q=" + Uri.EscapeDataString(words);

    private static string Suggest(string word, int letters) => "/v1/suggestions?q=" + word[..Math.Min(letters, word.Length)];

    private static List<string> Many(int count, Func<string> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private string[] Headline() => headlines[random.Next(headlines.Count)];

    private string Together(int words)
    {
        var headline = Headline();
        random.Shuffle(headline);
        return string.Join(' ', headline.Take(words));
    }

    private string CommonWords(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => vocabulary.Words[random.Next(Common)]));

    /// <summary>What nobody means well with: most of it no word at all, some of it as common as words get.</summary>
    private string Beginnings(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => new string([(char)('a' + random.Next(26)), (char)('a' + random.Next(26))])));
}
