using Cms.Content.Text;

namespace Cms.Content.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Will U.S. Really Plan to Withdraw Its Embassy from Iraq?", "will-u-s-really-plan-to-withdraw-its-embassy-from-iraq")]
    [InlineData("H-Tayea", "h-tayea")]
    [InlineData("Egypt’s \"New\" Capital — ‘Phase 2’", "egypts-new-capital-phase-2")]
    [InlineData("Crème brûlée à l'Œuvre: Straße, Łódź, İstanbul", "creme-brulee-a-loeuvre-strasse-lodz-istanbul")]
    [InlineData("re\u00ADport \u200Bon A\u0301", "report-on-a")]
    [InlineData("أحمــد صبـري: قَالَ ٢٨ شيئًا", "أحمد-صبري-قال-28-شيئا")]
    [InlineData("ﻻ شيء", "لا-شيء")]
    [InlineData("Новости Йода", "новости-йода")]
    [InlineData("हिन्दी समाचार", "हिन्दी-समाचार")]
    [InlineData("--- 10½ % ---", "10")]
    [InlineData("🙂 !!! …", "")]
    [InlineData("0199c1a2-7b3c-7def-8a1b-0123456789ab", "")]
    public void A_headline_has_its_slug(string headline, string slug) => Assert.Equal(slug, Slugs.From(headline));

    [Fact]
    public void A_headline_without_letters_is_named_by_its_id() =>
        Assert.Equal("article-0123456789ab", Slugs.From("؟!", Guid.Parse("0199c1a2-7b3c-7def-8a1b-0123456789ab")));

    [Fact]
    public void A_long_slug_is_cut_at_a_hyphen()
    {
        var slug = Slugs.From(string.Join(' ', Enumerable.Repeat("embassy", 30)));

        Assert.Equal(string.Join('-', Enumerable.Repeat("embassy", 12)), slug);
        Assert.Equal(100, Slugs.From(new string('x', 300)).Length);
    }

    [Fact]
    public void A_taken_slug_gets_a_number_within_the_limit()
    {
        Assert.Equal("embassy-2", Slugs.Numbered("embassy", 2));
        Assert.Equal(new string('x', 97) + "-12", Slugs.Numbered(new string('x', 100), 12));
    }

    [Theory]
    [InlineData("will-u-s", true)]
    [InlineData("سفارة-28", true)]
    [InlineData("", false)]
    [InlineData("Will", false)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("a_b", false)]
    [InlineData("café", false)]
    [InlineData("0199c1a2-7b3c-7def-8a1b-0123456789ab", false)]
    [InlineData("0199c1a27b3c7def8a1b0123456789ab", false)]
    public void Only_what_a_headline_can_give_is_valid(string slug, bool isValid) => Assert.Equal(isValid, Slugs.IsValid(slug));
}
