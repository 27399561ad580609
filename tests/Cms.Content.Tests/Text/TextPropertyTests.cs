using System.Text;
using Cms.Content.Text;
using CsCheck;

namespace Cms.Content.Tests.Text;

public sealed class TextPropertyTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf<string>(
        Gen.String,
        Gen.Int[0, 0x1FFFF].Where(Rune.IsValid).Select(code => new Rune(code).ToString()).Array[0, 60].Select(string.Concat),
        Gen.OneOf(
            "a", "É", "e\u0301", " ", "-", "'", "\u00A0", "\u200B", "\u200C", "\u200D", "\u0640", "\u064E", "س", "ﻻ", "ﷺ", "٢", "İ", "ß", "ﬁ", "क", "ि", "\u094D",
            "👩", "\uFE0F", "\uD83D", "\u0344", "\u1100", "\u1161", "か", "\u3099", "\uFEFF", "\0", "\uFFFE").Array[0, 130].Select(string.Concat));

    [Fact]
    public void Any_bytes_have_an_outcome_and_never_harmful_text() =>
        Gen.OneOf<byte[]>(
            Gen.Byte.Array,
            Gen.Byte.Array[0, 40].Select(bytes => (byte[])[.. "One two three four five “six”.\n"u8, .. bytes]),
            AnyText.Select(Encoding.Unicode.GetBytes),
            Gen.OneOf<byte>(0xC7, 0xE1, 0xE3, 0xE4, 0x20, 0x0A, 0x61, 0xE9, 0x92, 0x81, 0x00, 0xFF, 0xFE, 0xD8).Array[0, 60]).Sample(bytes =>
        {
            var source = SourceText.Decode(bytes);

            Assert.Equal(source.Refusal is not null, source.Lines.Count == 0);
            foreach (var letter in source.Lines.SelectMany(line => line.Text + line.Match))
            {
                Assert.False(char.IsControl(letter) || letter == '\uFFFD', $"U+{(int)letter:X4}");
            }
        }, iter: 20_000);

    [Fact]
    public void Text_is_the_same_from_every_unicode_encoding() =>
        AnyText.Where(IsWhole).Sample(text =>
        {
            var plain = SourceText.Decode((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);

            Assert.True(plain.Refusal is null or { Code: "E_EMPTY" or "E_FORMAT" });
            foreach (var encoding in SourceTextTests.WideEncodings())
            {
                var wide = SourceText.Decode((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
                Assert.Equal(plain.Refusal?.Code, wide.Refusal?.Code);
                Assert.Equal(plain.Lines, wide.Lines);
            }
        });

    [Fact]
    public void Both_forms_are_stable() =>
        AnyText.Sample(text =>
        {
            var stored = Normalization.ForStoring(text);
            var match = Normalization.ForMatching(text);

            Assert.Equal(stored, Normalization.ForStoring(stored));
            Assert.Equal(match, Normalization.ForMatching(match));
            Assert.Equal(match, Normalization.ForMatching(stored));
            Assert.True(stored.IsNormalized(NormalizationForm.FormC));
        }, iter: 10_000);

    [Fact]
    public void A_slug_is_valid_and_its_own_slug() =>
        AnyText.Select(Gen.Int[2, 2_000_000]).Sample((text, number) =>
        {
            var slug = Slugs.From(text);
            if (slug.Length == 0) return;

            Assert.Equal(slug, Slugs.From(slug));
            Assert.True(Slugs.IsValid(slug), slug);
            Assert.True(Slugs.IsValid(Slugs.Numbered(slug, number)), Slugs.Numbered(slug, number));
            Assert.InRange(slug.Length, 1, Slugs.MaxLength);
        }, iter: 20_000);

    [Fact]
    public void An_excerpt_is_short_and_the_beginning_of_the_text() =>
        AnyText.Array[0, 8].Select(parts => Normalization.ForStoring(string.Join(' ', parts))).Sample(text =>
        {
            var excerpt = Words.Excerpt(text);

            Assert.InRange(excerpt.Length, 0, 280);
            Assert.StartsWith(excerpt == text ? text : excerpt[..^1], text, StringComparison.Ordinal);
            Assert.True(IsWhole(excerpt));
        });

    [Fact]
    public void Any_text_has_a_language_and_any_tag_a_direction() =>
        AnyText.Sample(text =>
        {
            Assert.True(Languages.IsWellFormed(Languages.Detect(text, "en")));
            Assert.True(Languages.DirectionOf(text) is "ltr" or "rtl");
        });

    private static bool IsWhole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }
        return true;
    }
}
