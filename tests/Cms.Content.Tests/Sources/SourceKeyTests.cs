using Cms.Content.Sources;

namespace Cms.Content.Tests.Sources;

public sealed class SourceKeyTests
{
    [Theory]
    [InlineData("000_da3166f39741e689.txt", "da3166f39741e689")]
    [InlineData("2020/september/17_0123456789abcdef.txt", "0123456789abcdef")]
    [InlineData("000_DA3166F39741E689.txt", "000_DA3166F39741E689")]
    [InlineData("000_da3166f39741e68.txt", "000_da3166f39741e68")]
    [InlineData("000_da3166f39741e689.html", "000_da3166f39741e689")]
    [InlineData("x000_da3166f39741e689.txt", "x000_da3166f39741e689")]
    [InlineData("2020\\september\\story.v2.txt", "2020/september/story.v2")]
    [InlineData("./story.txt", "story")]
    [InlineData("archive.2020/story", "archive.2020/story")]
    [InlineData("cafe\u0301.txt", "café")]
    [InlineData(".hidden", ".hidden")]
    public void A_key_is_the_opaque_id_or_the_path(string path, string key) => Assert.Equal(key, SourceKeys.FromPath(path));

    [Theory]
    [InlineData("000_da3166f39741e689.txt", 0)]
    [InlineData("017_story.txt", 17)]
    [InlineData("story_017.txt", null)]
    [InlineData("17.txt", null)]
    [InlineData("99999999999_story.txt", null)]
    public void An_ordinal_is_the_number_in_front(string name, int? ordinal) => Assert.Equal(ordinal, SourceKeys.Ordinal(name));
}
