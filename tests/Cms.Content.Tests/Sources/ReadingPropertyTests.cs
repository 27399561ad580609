using System.Text;
using Cms.Content.Sources;
using CsCheck;

namespace Cms.Content.Tests.Sources;

public sealed class ReadingPropertyTests
{
    private static readonly Gen<string> Line = Gen.OneOf(
        "", "", "Supervisor Mona Hanna", "Editor in Chief", "Samir Adel", "رئيس التحرير", "سالم حلمي",
        "Mon 28 Sep 2020 | 11:15 AM", "28 September 2020", "11:06 PM",
        "By Mona Hanna", "كتب: سالم حلمي", "Sports", "توك شو", "Boats Leave After Nine Days", "A long wait", "Photo: a boat", "(Reuters)",
        "- one boat", "1. two boats", "3) three boats", "https://example.org/a", "The boats left the harbour on Monday, and the crews with them.",
        "عادت القوارب إلى الميناء.", "LONDON (Reuters) – The boats left.", "(Reporting by Mona Hanna)", "They came back (Editing by Samir Adel)",
        "boats, crews");

    private static readonly string[] PrintedOtherwise = ["28 ", "Mon ", "11:", "By ", "كتب"];

    private static readonly Gen<string> Page = Line.List[0, 24].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 2000].Sample(bytes => IsOneOrTheOther(TextPageReader.Read(bytes, Pages.Cairo)));

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.String[0, 500].Sample(text => IsOneOrTheOther(TextPageReader.Read(Encoding.UTF8.GetBytes(text), Pages.Cairo)));

    [Fact]
    public void Any_order_of_known_lines_is_read_or_refused() => Page.Sample(page => IsOneOrTheOther(Pages.Try(page)));

    [Fact]
    public void No_word_below_the_headline_is_lost() => Page.Sample(page =>
    {
        if (Pages.Try(page).Manuscript is not { } manuscript) return;
        var lines = page.Split('\n');
        if (lines.Count(line => line == manuscript.Headline) > 1) return;
        var headline = Array.IndexOf(lines, manuscript.Headline);
        var kept = WordsOf(string.Join(' ', Everything(manuscript))).ToHashSet();
        Assert.True(headline >= 0);
        Assert.Subset(kept, lines.Skip(headline + 1).Where(IsStory).SelectMany(WordsOf).ToHashSet());
    });

    [Fact]
    public void Line_ends_do_not_change_the_content() => Page.Sample(page =>
        Pages.Try(page).Manuscript?.ContentHash == Pages.Try(page.Replace("\n", "\r\n", StringComparison.Ordinal)).Manuscript?.ContentHash);

    [Fact]
    public void The_same_bytes_are_read_the_same() => Page.Sample(page => Proof(page) == Proof(page));

    [Fact]
    public void Another_word_is_other_content()
    {
        const string Page = "Boats Leave\nMon 28 Sep 2020 | 11:15 AM\nMona Hanna\n\nThe boats left.";
        string[] pages =
        [
            Page, Page.Replace("Leave", "Left", StringComparison.Ordinal), Page.Replace("11:15", "11:16", StringComparison.Ordinal),
            Page.Replace("Mona", "Nora", StringComparison.Ordinal), Page.Replace("boats left", "crews left", StringComparison.Ordinal),
            Page.Replace("The boats", "The\n\nboats", StringComparison.Ordinal),
        ];
        Assert.Equal(pages.Length, pages.Select(page => Pages.Read(page).ContentHash).Distinct().Count());
        Assert.All(pages, page => Assert.Matches("^[0-9a-f]{64}$", Pages.Read(page).ContentHash));
    }

    [Theory]
    [InlineData("share\n")]
    [InlineData("Supervisor Mona Hanna\n")]
    [InlineData("28 September 2020\n")]
    [InlineData("(Reporting ")]
    [InlineData("- a\n\n")]
    [InlineData("By Mona Hanna\n")]
    [InlineData("https://example.org/a\n")]
    [InlineData("كتب و ")]
    public void A_page_of_one_thing_over_and_over_ends(string part) =>
        IsOneOrTheOther(Pages.Try("Boats Leave\n\n" + string.Concat(Enumerable.Repeat(part, 20_000))));

    private static void IsOneOrTheOther(Reading reading)
    {
        Assert.True(reading.Manuscript is null != (reading.Refusal is null));
        if (reading.Manuscript is not { } manuscript) return;
        Assert.NotEmpty(manuscript.Body);
        Assert.NotEmpty(manuscript.Headline);
        Assert.Equal(Enumerable.Range(1, manuscript.Body.Count).Select(n => $"b{n}"), manuscript.Body.Select(block => block.Id));
    }

    private static string? Proof(string page) =>
        Pages.Try(page) is { Manuscript: { } manuscript } ? manuscript.Proof() + manuscript.ContentHash : null;

    private static string[] Everything(Manuscript manuscript) =>
    [
        .. manuscript.Outline(), manuscript.Headline, manuscript.Deck ?? "", manuscript.Kicker ?? "", manuscript.Byline ?? "",
        manuscript.Agency ?? "", manuscript.Section ?? "", .. manuscript.Offices(), .. manuscript.Tags,
    ];

    // Dates are printed again in other words, and a credit loses its marker; all else must be found.
    private static bool IsStory(string line) => !PrintedOtherwise.Any(start => line.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split([' ', '\n', '.', ',', '(', ')', '–', '-', ':', ';', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetter));
}
