using Cms.Content.Bodies;
using Cms.Content.Sources;
using Cms.Content.Text;

namespace Cms.Content.Tests.Sources;

public sealed class GivenSeedTests
{
    private const string FileName = "000_da3166f39741e689.txt";

    private static readonly string[] Starts =
    [
        "On Monday, many reports", "According to diplomatic sources", "The shutdown of the Baghdad", "On the other hand", "“There are outlaw groups",
        "It is still unclear", "“A senior official in", "Meanwhile, rocket attacks", "That attack followed", "The U.S. Embassy in Iraq",
        "President Trump directed", "This year, two U.S.",
    ];

    private readonly Manuscript manuscript = TextPageReader.Read(File.ReadAllBytes(SeedPath()), Pages.Cairo).Manuscript!;

    [Fact]
    public void Its_key_and_ordinal_come_from_its_name()
    {
        Assert.Equal("da3166f39741e689", SourceKeys.FromPath(FileName));
        Assert.Equal(0, SourceKeys.Ordinal(FileName));
    }

    [Fact]
    public void Its_masthead_names_two_offices_and_no_author()
    {
        Assert.Equal(["Supervisor = Elham AbolFateh", "Editor in Chief = Mohamed Wadie"], manuscript.Offices());
        Assert.Null(manuscript.PublicationName);
    }

    [Fact]
    public void Its_headline_stands_alone()
    {
        Assert.Equal("Will U.S. Really Plan to Withdraw Its Embassy from Iraq?", manuscript.Headline);
        Assert.Null(manuscript.Kicker);
        Assert.Null(manuscript.Deck);
        Assert.Null(manuscript.Section);
        Assert.Null(manuscript.Dateline);
        Assert.Null(manuscript.Agency);
        Assert.Empty(manuscript.Tags);
        Assert.Null(manuscript.Updated);
    }

    [Fact]
    public void Its_slug_is_that_of_the_first_publication() =>
        Assert.Equal("will-u-s-really-plan-to-withdraw-its-embassy-from-iraq", Slugs.From(manuscript.Headline));

    [Fact]
    public void Its_date_is_reckoned_in_Cairo()
    {
        var published = manuscript.Published!;
        Assert.Equal("Mon 28 Sep 2020 | 11:15 AM", published.Printed);
        Assert.Equal(new DateTime(2020, 9, 28, 11, 15, 0), published.Local);
        Assert.Equal(new DateTimeOffset(2020, 9, 28, 9, 15, 0, TimeSpan.Zero), published.Instant);
        Assert.Equal("minute", published.Precision);
        Assert.Equal("Africa/Cairo", published.TimeZone);
        Assert.True(published.TimeZoneAssumed);
        Assert.False(manuscript.HeldAsDraft);
    }

    [Fact]
    public void Its_author_is_one_handle_with_its_hyphen()
    {
        Assert.Equal("H-Tayea", manuscript.Byline);
        Assert.Equal([new ManuscriptAuthor("H-Tayea", null)], manuscript.Authors);
        Assert.Equal("h-tayea", Slugs.From(manuscript.Authors[0].Name));
    }

    [Fact]
    public void It_is_English_from_left_to_right()
    {
        Assert.Equal("en", manuscript.Language);
        Assert.Equal("ltr", manuscript.Direction);
    }

    [Fact]
    public void Its_body_has_twelve_paragraphs_of_390_words()
    {
        var paragraphs = manuscript.Body.Cast<ParagraphBlock>().ToArray();
        var texts = paragraphs.Select(paragraph => paragraph.Content.Single().Text).ToArray();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"b{n}"), paragraphs.Select(paragraph => paragraph.Id));
        Assert.All(paragraphs, paragraph => Assert.Null(paragraph.Role));
        Assert.Equal([33, 31, 30, 23, 23, 34, 37, 24, 49, 46, 36, 24], texts.Select(Words.Count));
        Assert.All(texts.Zip(Starts), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(196, Words.Excerpt(texts[0]).Length);
        Assert.Equal(texts[0], Words.Excerpt(texts[0]));
        Assert.Equal(2, Words.ReadingMinutes(390));
    }

    [Fact]
    public void Its_misplaced_quotation_marks_stay_as_printed()
    {
        var text = string.Concat(manuscript.Outline());
        Assert.Equal((5, 5, 3, 1), (text.Count('“'.Equals), text.Count('”'.Equals), text.Count('’'.Equals), text.Count('–'.Equals)));
    }

    [Fact]
    public void It_warns_of_nothing_but_the_assumed_zone() => Assert.Equal(["W_ZONE_ASSUMED"], manuscript.Codes());

    private static string SeedPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cms.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "seeds", FileName);
    }
}
