using Cms.Search;

namespace Cms.Tests.Search;

public sealed class MatchThresholdTests
{
    private const double Archive = 1_000_000;

    [Fact]
    public void Of_a_common_word_the_stories_that_have_it_most_are_enough()
    {
        var threshold = new MatchThreshold([Word("peace", 100_000, 30_000, 9_000, 2_000)], target: 1_500);

        Assert.Equal("('=8peace')", threshold.Query(threshold.Score));
    }

    [Fact]
    public void A_rare_word_is_enough_by_itself_and_a_common_one_only_with_another()
    {
        var threshold = new MatchThreshold([Word("peace", 100_000, 30_000, 9_000, 2_000), Word("khartoum", 900, 300, 90, 20)], target: 1_500);
        var query = threshold.Query(threshold.Score);

        Assert.Contains("'khartoum'", query);
        Assert.DoesNotContain("'peace'", query.Replace("('peace'", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lower_the_threshold_the_wider_the_query()
    {
        QueryWord[] words = [Word("a", 200_000, 60_000, 18_000, 4_000), Word("b", 150_000, 40_000, 9_000, 1_000), Word("c", 50_000, 9_000, 900, 90)];
        var few = new MatchThreshold(words, target: 1_000);
        var many = new MatchThreshold(words, target: 100_000);

        Assert.True(few.Score > many.Score);
        Assert.Equal("'a' | 'b' | 'c'", string.Join(" | ", few.Query(1e-6).Split(' ', '|', '(', ')').Where(part => part.Length > 0).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_lexeme_is_no_syntax() => Assert.Equal("'o''neil \\\\ | x'", MatchThreshold.Quoted("o'neil \\ | x"));

    [Fact]
    public void A_query_of_many_words_stays_small()
    {
        var words = Enumerable.Range(0, 32).Select(number => Word($"word{number}", 100_000 - number, 30_000, 9_000, 2_000));
        var threshold = new MatchThreshold(words, target: 1_500);

        Assert.InRange(threshold.Query(threshold.Score).Length, 1, 20_000);
    }

    [Fact]
    public void The_more_stories_have_the_words_the_fewer_combinations_are_held_against_each()
    {
        var common = Enumerable.Range(0, 8).Select(number => Word($"word{number}", 200_000, 70_000, 20_000, 4_000));
        var threshold = new MatchThreshold(common, target: 600);

        // Held against four thousand characters, two hundred thousand stories take a second.
        Assert.InRange(threshold.Query(threshold.Score).Length, 1, 400);
    }

    private static QueryWord Word(string lexeme, double stories, double often, double veryOften, double mostly) => new()
    {
        Word = $"'{lexeme}'",
        Typed = lexeme,
        IsPlain = true,
        Lexemes = [lexeme],
        Tiers = [stories, often, veryOften, mostly],
        Archive = Archive,
    };
}
