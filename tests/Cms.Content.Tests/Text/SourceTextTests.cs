using System.Text;
using Cms.Content.Text;

namespace Cms.Content.Tests.Text;

public sealed class SourceTextTests
{
    [Fact]
    public void Lines_keep_their_numbers_whatever_ends_them()
    {
        var source = Read("one\r\ntwo\rthree\n\n  five\u2028six\u2029seven\u0085eight\vnine\ften\n");

        Assert.Equal(["one", "two", "three", "", "five", "six", "seven", "eight", "nine", "ten"], source.Lines.Select(line => line.Text));
        Assert.Equal(Enumerable.Range(1, 10), source.Lines.Select(line => line.Number));
        Assert.Equal(2, source.Lines[4].Indent);
        Assert.Equal(6, source.Lines[4].RawLength);
        Assert.Equal("utf-8", source.EncodingName);
        Assert.Empty(source.Warnings);
    }

    [Fact]
    public void A_line_has_a_form_to_keep_and_a_form_to_compare()
    {
        var line = Assert.Single(Read("\uFEFF  \u200FأحمــدX\u00A0٢٨ \t Cafe\u0301 \u202B“q”\u202C").Lines);

        Assert.Equal("أحمــدX\u00A0٢٨ Caf\u00E9 “q”", line.Text);
        Assert.Equal("أحمدx 28 caf\u00E9 “q”", line.Match);
    }

    [Fact]
    public void No_bytes_and_no_text_are_refused()
    {
        Assert.Equal("E_EMPTY", SourceText.Decode(default).Refusal?.Code);
        Assert.Equal("E_EMPTY", SourceText.Decode(new byte[] { 0xEF, 0xBB, 0xBF }).Refusal?.Code);
        Assert.Equal("E_EMPTY", Read(" \r\n\t\u200B\u00A0\n").Refusal?.Code);
    }

    [Fact]
    public void The_limit_is_five_mebibytes()
    {
        var most = new byte[SourceText.MaxBytes];
        Array.Fill(most, (byte)'a');

        Assert.Null(SourceText.Decode(most).Refusal);
        Assert.Equal("E_TOO_LARGE", SourceText.Decode(new byte[SourceText.MaxBytes + 1]).Refusal?.Code);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("474946383961")]
    [InlineData("255044462D312E37")]
    [InlineData("504B030414000600")]
    [InlineData("1F8B0800")]
    [InlineData("41010203040506070E0F1041")]
    public void Pictures_archives_and_control_bytes_are_no_text(string hex) =>
        Assert.Equal("E_BINARY", SourceText.Decode(Convert.FromHexString(hex)).Refusal?.Code);

    [Fact]
    public void A_few_control_characters_are_removed_and_named_by_line()
    {
        var source = Read("one\ntw\0o\u0001\nthr\u009Fee\uFFFD");

        Assert.Equal(["one", "two", "three"], source.Lines.Select(line => line.Text));
        var warning = Assert.Single(source.Warnings);
        Assert.Equal(("W_CONTROL_CHARS", 2), (warning.Code, warning.Line));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>x", "HTML")]
    [InlineData("\n  <HTML lang=en>", "HTML")]
    [InlineData("<?xml version='1.0'?><a/>", "XML")]
    [InlineData("{\"headline\": \"x\"}", "JSON")]
    [InlineData(" [1, {\"a\": null}] \n", "JSON")]
    public void Another_format_is_refused_by_name(string text, string format)
    {
        var refusal = Read(text).Refusal;

        Assert.Equal("E_FORMAT", refusal?.Code);
        Assert.Contains(format, refusal!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{name}} wins")]
    [InlineData("[Photo] A headline")]
    [InlineData("<b>Markup</b> is text")]
    public void What_only_begins_like_another_format_is_text(string text) => Assert.Equal(text, Assert.Single(Read(text).Lines).Text);

    [Theory]
    [InlineData("C3")]
    [InlineData("E280")]
    [InlineData("F09F98")]
    public void An_unfinished_last_character_is_got_over(string hex)
    {
        var source = SourceText.Decode((byte[])[.. "Café fin"u8, .. Convert.FromHexString(hex)]);

        Assert.Null(source.Refusal);
        Assert.Equal("Café fin", source.Lines[0].Text);
        Assert.Equal("W_TRUNCATED", Assert.Single(source.Warnings).Code);
    }

    [Fact]
    public void An_unfinished_utf_16_character_is_got_over()
    {
        byte[] whole = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("abc😀")];

        foreach (var cut in (int[])[1, 2, 3])
        {
            var source = SourceText.Decode(whole.AsMemory()[..^cut]);
            Assert.Equal("abc", source.Lines[0].Text);
            Assert.Equal("W_TRUNCATED", Assert.Single(source.Warnings).Code);
        }
    }

    [Theory]
    [InlineData("Le café était fermé à l’été, dit-elle — « déjà » vu par le maire", "windows-1252", 1252)]
    [InlineData("“It’s over,” he said – and left…", "windows-1252", 1252)]
    [InlineData("El niño comió la piña en España y la señora lo miró así también", "windows-1252", 1252)]
    [InlineData("Die Straße überquert Müller täglich, heißt es", "windows-1252", 1252)]
    [InlineData("قال الرئيس إن الوزراء في القاهرة بحثوا مع الوفد ملف المياه، وذلك بعد يوم من الاجتماع", "windows-1256", 1256)]
    [InlineData("السفارة الأمريكية في العراق Embassy of the U.S. 2020", "windows-1256", 1256)]
    public void An_older_encoding_is_told_by_its_words(string text, string name, int codePage)
    {
        var source = SourceText.Decode(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text));

        Assert.Null(source.Refusal);
        Assert.Equal(name, source.EncodingName);
        Assert.Equal(text, source.Lines[0].Text);
        Assert.Contains(name, Assert.Single(source.Warnings, warning => warning.Code == "W_LEGACY_ENCODING").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_no_encoding_clearly_is_refused_at_its_byte()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Moscow: Президент России заявил об этом в понедельник");
        byte[] damaged = [.. "“Damaged” – “UTF-8”"u8, 0xFF, .. " and “more” of it"u8];

        Assert.Equal(("E_ENCODING", 8L), (SourceText.Decode(cyrillic).Refusal?.Code, SourceText.Decode(cyrillic).Refusal?.ByteOffset));
        Assert.Equal(("E_ENCODING", 29L), (SourceText.Decode(damaged).Refusal?.Code, SourceText.Decode(damaged).Refusal?.ByteOffset));
        Assert.Equal("E_ENCODING", SourceText.Decode(new byte[] { 0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00 }).Refusal?.Code);
    }

    [Theory]
    [InlineData("Hello, world")]
    [InlineData("السفارة الأمريكية في العراق\nقال الرئيس في القاهرة")]
    [InlineData("Президент России\nзаявил об этом")]
    public void Utf_16_and_utf_32_need_no_byte_order_mark(string text)
    {
        string[] names = ["utf-16le", "utf-16be", "utf-32le", "utf-32be"];
        foreach (var (encoding, name) in WideEncodings().Zip(names))
        {
            var source = SourceText.Decode(encoding.GetBytes(text));

            Assert.Equal(text, string.Join('\n', source.Lines.Select(line => line.Text)));
            Assert.Equal(name, source.EncodingName);
        }
    }

    [Fact]
    public void The_given_seed_is_read_line_by_line()
    {
        var source = SourceText.Decode(File.ReadAllBytes(Seed()));

        Assert.Null(source.Refusal);
        Assert.Empty(source.Warnings);
        Assert.Equal(7, source.Lines.Single(line => line.Text == "Mon 28 Sep 2020 | 11:15 AM").Number);
        Assert.Equal(390, source.Lines.Skip(9).Sum(line => Words.Count(line.Text)));
    }

    internal static IEnumerable<Encoding> WideEncodings() =>
        [new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true)];

    private static DecodedSource Read(string text) => SourceText.Decode(Encoding.UTF8.GetBytes(text));

    private static string Seed()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Cms.sln"))) folder = folder.Parent;
        return Directory.GetFiles(Path.Combine(folder.FullName, "seeds"), "000_*.txt").Single();
    }
}
