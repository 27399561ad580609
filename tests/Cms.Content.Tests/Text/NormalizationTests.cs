using Cms.Content.Text;

namespace Cms.Content.Tests.Text;

public sealed class NormalizationTests
{
    [Fact]
    public void This_runtime_composes_characters() => Assert.True(Normalization.IsAvailable);

    [Fact]
    public void A_line_without_anything_unusual_comes_out_as_one_that_has_it()
    {
        for (var letter = char.MinValue; letter < char.MaxValue; letter++)
        {
            var line = $"a{letter}b";

            // A mark that is dropped, and a letter far behind all marks of Latin, have all of the line looked at.
            Assert.Equal(Normalization.ForStoring($"\u200B{line}"), Normalization.ForStoring(line));
            Assert.Equal(Normalization.ForStoring($"{line}\u4E2D"), Normalization.ForStoring(line) + "\u4E2D");
        }
    }

    [Theory]
    [InlineData("  two   words\t", "two words")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("e\u200B\u0301", "\u00E9")]
    [InlineData("\uFEFFa\u200B\u202Eb\u2066c\u2069\u200F", "abc")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("\u200Cخواهم \u200D.", "خواهم .")]
    [InlineData("👩\u200D💻 ❤\uFE0F\u200D🔥", "👩\u200D💻 ❤\uFE0F\u200D🔥")]
    [InlineData("“أحمــد” – ٢٨", "“أحمــد” – ٢٨")]
    [InlineData("10\u00A0000 \u00A0 km\u00A0", "10\u00A0000 km")]
    [InlineData("a\0\u0007\u0092b", "ab")]
    public void The_stored_form_is_clean(string text, string stored) => Assert.Equal(stored, Normalization.ForStoring(text));

    // Attributes cannot carry half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_dropped() => Assert.Equal("a b", Normalization.ForStoring("a\uD83D b\uDE00"));

    [Fact]
    public void Heaps_of_marks_are_levelled()
    {
        var heap = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323\u0344", 500_000)) + "b";

        var stored = Normalization.ForStoring(heap);

        Assert.InRange(stored.Length, 2, 32);
        Assert.EndsWith("b", stored, StringComparison.Ordinal);
        Assert.Equal(stored, Normalization.ForStoring(stored));
    }

    [Theory]
    [InlineData("رئيــس التحـرير", "رئيس التحرير")]
    [InlineData("قَالَ ۲۸ و٢٨", "قال 28 و28")]
    [InlineData("EDITOR\u00A0in\u202FChief", "editor in chief")]
    [InlineData("re\u00ADport", "report")]
    public void The_matching_form_is_folded(string text, string match) => Assert.Equal(match, Normalization.ForMatching(text));

    [Fact]
    public void Tatweel_can_be_stripped_alone() => Assert.Equal("أحمد ٢", Normalization.StripTatweel("أحمــد ٢"));
}
