using Cms.Content.Text;

namespace Cms.Content.Tests.Text;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("On Monday, many reports said that the U.S. will withdraw its embassy from Iraq.", "ar", "en")]
    [InlineData("قال الرئيس إن الوزراء في القاهرة بحثوا مع الوفد CNN Reuters", "en", "ar")]
    [InlineData("او گفت که این خبر را در تهران به خبرنگاران داده است", "en", "fa")]
    [InlineData("انہوں نے کہا کہ یہ خبر اسلام آباد میں دی گئی ہے", "en", "ur")]
    [InlineData("Le président est arrivé dans la capitale avec les ministres", "en", "fr")]
    [InlineData("Der Präsident ist mit den Ministern in die Hauptstadt gereist", "en", "de")]
    [InlineData("El presidente llegó a la capital con los ministros para una reunión", "en", "es")]
    [InlineData("Президент прибыл в столицу", "en", "ru")]
    [InlineData("Президент прибув до столиці", "uk", "uk")]
    [InlineData("הנשיא הגיע לבירה", "en", "he")]
    [InlineData("大統領は首都に到着した", "en", "ja")]
    [InlineData("总统抵达首都", "en", "zh")]
    [InlineData("The end of the war", "en-GB", "en-GB")]
    [InlineData("قال الرئيس في القاهرة", "ar-EG", "ar-EG")]
    [InlineData("Brexit", "de", "de")]
    [InlineData("Brexit", "ar", "en")]
    [InlineData("Prezydent przybył do stolicy z ministrami, a to nie koniec", "pl", "pl")]
    [InlineData("abc ابج", "fr", "fr")]
    [InlineData("2020!", "fr", "fr")]
    [InlineData("", "ar", "ar")]
    public void A_text_tells_its_language(string text, string defaultLanguage, string language) =>
        Assert.Equal(language, Languages.Detect(text, defaultLanguage));

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("ar-EG", "rtl")]
    [InlineData("AR-eg", "rtl")]
    [InlineData("fa", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("ur-PK", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("pa-Arab-PK", "rtl")]
    [InlineData("ar-Latn", "ltr")]
    [InlineData("zh-yue-Hant", "ltr")]
    [InlineData("en", "ltr")]
    [InlineData("en-x-arab", "ltr")]
    [InlineData("", "ltr")]
    public void A_tag_tells_the_direction(string tag, string direction) => Assert.Equal(direction, Languages.DirectionOf(tag));

    [Theory]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("es-419", true)]
    [InlineData("sl-rozaj-biske", true)]
    [InlineData("de-CH-1996", true)]
    [InlineData("en-u-ca-gregory", true)]
    [InlineData("x-house", true)]
    [InlineData("", false)]
    [InlineData("e", false)]
    [InlineData("en_GB", false)]
    [InlineData("en-", false)]
    [InlineData("internationally", false)]
    [InlineData("en-GB\n", false)]
    [InlineData("عربي", false)]
    public void A_tag_follows_the_grammar(string tag, bool isWellFormed) => Assert.Equal(isWellFormed, Languages.IsWellFormed(tag));
}
