using Cms.Content.Text;

namespace Cms.Content.Tests.Text;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("U.S. Embassy – Iraq", 4)]
    [InlineData(" قال\u00A0الرئيس\n", 2)]
    public void Words_stand_between_spaces(string text, int words) => Assert.Equal(words, Words.Count(text));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(220, 1)]
    [InlineData(221, 2)]
    [InlineData(390, 2)]
    [InlineData(441, 3)]
    public void Reading_takes_whole_minutes(int words, int minutes) => Assert.Equal(minutes, Words.ReadingMinutes(words));

    [Fact]
    public void A_short_paragraph_is_its_own_excerpt() => Assert.Equal(new string('a', 280), Words.Excerpt(new string('a', 280)));

    [Fact]
    public void A_long_paragraph_is_cut_at_a_word()
    {
        var excerpt = Words.Excerpt(string.Join(' ', Enumerable.Repeat("embassy", 50)));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("embassy", 34)) + " embassy…", excerpt);
        Assert.Equal(280, excerpt.Length);
    }

    [Fact]
    public void A_character_of_many_parts_is_never_split()
    {
        var family = "👨‍👩‍👧‍👦";

        var excerpt = Words.Excerpt(string.Concat(Enumerable.Repeat(family, 40)));

        Assert.Equal(string.Concat(Enumerable.Repeat(family, 279 / family.Length)) + "…", excerpt);
    }
}
