using Cms.Search;

namespace Cms.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("peace talks", "peace talks", "", "", "")]
    [InlineData("peace \"climate summit\" -war", "peace", "", "climate summit", "war")]
    [InlineData("-\"peace talks\" vote", "vote", "", "", "peace talks")]
    [InlineData("\"a b\" OR \"c d\" \"e f\"", "", "a b|c d", "e f", "")]
    [InlineData("cats OR \"guide dogs\"", "cats", "guide dogs", "", "")]
    [InlineData("cats or dogs", "cats or dogs", "", "", "")]
    [InlineData("OR cats OR", "cats", "", "", "")]
    [InlineData("OR", "", "", "", "")]
    [InlineData("\"unbalanced phrase", "unbalanced phrase", "", "", "")]
    [InlineData("“curly quotes” «وزارة الصحة»", "", "", "curly quotes|وزارة الصحة", "")]
    [InlineData("covid-19 - --", "covid-19", "", "", "")]
    [InlineData("\"\" -\"\" \" -", "", "", "", "")]
    [InlineData("rock\"n\"roll", "rock roll", "", "n", "")]
    [InlineData("\u200F مصر \u200E", "مصر", "", "", "")]
    public void A_query_is_read_into_words_alternatives_phrases_and_what_is_excluded(
        string text, string plain, string alternatives, string phrases, string excluded)
    {
        var words = SearchWords.Read(text);

        Assert.Equal(plain, words.Plain);
        Assert.Equal(alternatives, string.Join('|', words.Alternatives));
        Assert.Equal(phrases, string.Join('|', words.Phrases));
        Assert.Equal(excluded, string.Join('|', words.Excluded));
    }

    [Theory]
    [InlineData("embassy", null)]
    [InlineData("السفارة embassy", "ar")]
    [InlineData("2020", null)]
    public void The_script_tells_the_language(string text, string? language) => Assert.Equal(language, SearchWords.Read(text).Language);
}
