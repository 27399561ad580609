namespace Cms.Content.Tests.Sources;

public sealed class BodyTests
{
    private const string Head = "Boats Leave After Nine Days\nMon 28 Sep 2020 | 11:15 AM\n\n";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("The crews waited for word", 6)) + ".";

    [Fact]
    public void Lines_between_blank_ones_are_one_paragraph() =>
        Assert.Equal(["p: The boats left the harbour.", "p: They came back."], Outline("The boats left\nthe harbour.\n\nThey came back."));

    [Fact]
    public void Long_lines_that_end_sentences_are_paragraphs_even_without_blank_lines_between() =>
        Assert.Equal([$"p: {Long}", $"p: {Long}", "p: They came back."], Outline($"{Long}\n{Long}\n\nThey came back."));

    [Fact]
    public void Bullets_and_numbers_make_lists()
    {
        Assert.Equal(["p: It is so:", "ul: one boat | two boats"], Outline("It is so:\n- one boat\n- two boats\n\n")[..2]);
        Assert.Equal(["p: So it is.", "ul: one boat | two boats"], Outline("So it is.\n\n• one boat\n\n• two boats"));
        Assert.Equal(["p: So it is.", "ol: one boat | two boats"], Outline("So it is.\n\n1. one boat\n2. two boats"));
        Assert.Equal(["p: So it is.", "ol3: one boat | two boats"], Outline("So it is.\n\n٣) one boat\n٤) two boats"));
    }

    [Fact]
    public void Numbers_out_of_sequence_are_not_lost() =>
        Assert.Equal("ul: 4. one boat | 9. two boats", Outline("So it is.\n\n4. one boat\n9. two boats")[1]);

    [Fact]
    public void A_single_dash_or_a_decimal_makes_no_list() =>
        Assert.Equal(["p: – Nobody told us, he said.", "p: 2.5 million came."], Outline("– Nobody told us, he said.\n\n2.5 million came."));

    [Theory]
    [InlineData("A long wait", "h2: A long wait")]
    [InlineData("انتظار طويل", "h2: انتظار طويل")]
    [InlineData("A long wait.", "p: A long wait.")]
    [InlineData("“A long wait”", "p: “A long wait”")]
    [InlineData("They said this:", "p: They said this:")]
    [InlineData("One two three four five six seven eight nine ten eleven", "p: One two three four five six seven eight nine ten eleven")]
    public void A_short_block_without_end_between_paragraphs_is_a_sub_heading(string line, string block) =>
        Assert.Equal(block, Outline($"The boats left.\n\n{line}\n\nThey came back.")[1]);

    [Fact]
    public void A_short_last_line_is_no_sub_heading()
    {
        var manuscript = Pages.Read($"{Head}The boats left.\n\nHarbour boats crews");
        Assert.Equal("p: Harbour boats crews", manuscript.Outline()[^1]);
        Assert.Contains(manuscript.Warnings, warning => warning is { Code: "W_UNCLASSIFIED", Line: 6 });
    }

    [Theory]
    [InlineData("(Reuters)")]
    [InlineData("(Reporting by Mona Hanna; Editing by Samir Adel)")]
    [InlineData("[Additional reporting by Mona Hanna]")]
    [InlineData("Reporting by Mona Hanna")]
    [InlineData("(تغطية صحفية منى حنا - تحرير سالم حلمي)")]
    public void Who_reported_stands_below_as_signature(string line) =>
        Assert.Equal(["p: The boats left.", $"signature: {line}"], Outline($"The boats left.\n\n{line}"));

    [Theory]
    [InlineData("English")]
    [InlineData("Home")]
    public void A_word_of_the_page_s_bar_is_a_sub_heading_in_the_body(string line) =>
        Assert.Equal($"h2: {line}", Outline($"The boats left.\n\n{line}\n\nThey came back.")[1]);

    [Theory]
    [InlineData("Photo: A boat in the harbour", "caption: Photo: A boat in the harbour")]
    [InlineData("صورة: قارب في الميناء", "caption: صورة: قارب في الميناء")]
    [InlineData("A boat leaves the harbour on Monday. (AFP)", "caption: A boat leaves the harbour on Monday. (AFP)")]
    [InlineData("A boat leaves the harbour [AP Photo/Ana Cruz]", "caption: A boat leaves the harbour [AP Photo/Ana Cruz]")]
    [InlineData("A boat left the harbour on Monday (the third this year).", "p: A boat left the harbour on Monday (the third this year).")]
    [InlineData("صورة قاتمة يرسمها الصيادون عن موسم هذا العام.", "p: صورة قاتمة يرسمها الصيادون عن موسم هذا العام.")]
    public void A_caption_stands_before_the_first_paragraph(string line, string block) =>
        Assert.Equal([block, "p: The boats left.", "p: They came back."], Outline($"{line}\n\nThe boats left.\n\nThey came back."));

    [Theory]
    [InlineData("https://youtu.be/abc", "embed youtube: https://youtu.be/abc")]
    [InlineData("https://example.org/a?b=c", "embed : https://example.org/a?b=c")]
    [InlineData("ftp://example.org/a", "p: ftp://example.org/a")]
    [InlineData("See https://example.org/a", "p: See https://example.org/a")]
    [InlineData("javascript:alert(1)", "h2: javascript:alert(1)")]
    [InlineData("http://", "p: http://")]
    public void A_bare_address_is_an_embed(string line, string block) =>
        Assert.Equal(block, Outline($"The boats left.\n\n{line}\n\nThey came back.")[1]);

    [Theory]
    [InlineData("Read more: Boats return")]
    [InlineData("Also read: Boats return")]
    [InlineData("Follow us on Facebook")]
    [InlineData("Share")]
    [InlineData("Related")]
    [InlineData("اقرأ أيضًا: عودة القوارب")]
    [InlineData("شاهد أيضا | عودة القوارب")]
    [InlineData("تابعونا على فيسبوك")]
    public void Furniture_leaves_the_body_with_one_warning(string line)
    {
        var manuscript = Pages.Read($"{Head}The boats left.\n\n{line}\n\nThey came back.\n\nShare");
        Assert.Equal(["p: The boats left.", "p: They came back."], manuscript.Outline());
        Assert.Equal(6, manuscript.Warnings.Single(warning => warning.Code == "W_FURNITURE").Line);
    }

    [Theory]
    [InlineData("Share prices fell on Monday.")]
    [InlineData("Related papers were found in the office.")]
    [InlineData("Read more books, the minister said.")]
    public void A_sentence_that_begins_like_furniture_stays(string line) =>
        Assert.Equal($"p: {line}", Outline($"The boats left.\n\n{line}\n\nThey came back.")[1]);

    [Theory]
    [InlineData("Tags: boats, harbour", "boats; harbour")]
    [InlineData("Keywords: boats", "boats")]
    [InlineData("كلمات دلالية: قوارب، ميناء قديم", "قوارب; ميناء قديم")]
    [InlineData("الكلمات المفتاحية\nقوارب\nميناء قديم", "قوارب; ميناء قديم")]
    [InlineData("#boats #old_harbour", "boats; old harbour")]
    [InlineData("Share\nboats | harbour", "boats; harbour")]
    public void Tags_below_the_story_are_taken(string lines, string tags)
    {
        var manuscript = Pages.Read($"{Head}The boats left.\n\n{lines}");
        Assert.Equal(tags, string.Join("; ", manuscript.Tags));
        Assert.Single(manuscript.Body);
    }

    [Fact]
    public void Words_that_only_may_be_tags_stay() =>
        Assert.Equal("p: boats, harbour and more", Outline("The boats left.\n\nboats, harbour and more")[1]);

    [Theory]
    [InlineData("CAIRO (MENA) – The boats left.", "CAIRO (MENA)", "MENA")]
    [InlineData("BUENOS AIRES, Argentina (AP) _ The boats left.", "BUENOS AIRES, Argentina (AP)", "AP")]
    [InlineData("DUBAI: The boats left.", "DUBAI", null)]
    [InlineData("القاهرة - رويترز: عادت القوارب إلى الميناء.", "القاهرة - رويترز", "رويترز")]
    [InlineData("The World Health Organization (WHO) – the boats left.", null, null)]
    [InlineData("NATO: the boats left.", null, null)]
    [InlineData("The boats left for London (the capital) – late.", null, null)]
    public void A_dateline_is_read_and_stays_in_the_first_paragraph(string paragraph, string? dateline, string? agency)
    {
        var manuscript = Pages.Read($"{Head}{paragraph}\n\nCAIRO (AFP) – They came back.");
        Assert.Equal((dateline, agency), (manuscript.Dateline, manuscript.Agency));
        Assert.Equal($"p: {paragraph}", manuscript.Outline()[0]);
        Assert.Equal("2020-09-28", $"{manuscript.Published!.Local:yyyy-MM-dd}");
    }

    [Fact]
    public void Markup_is_text() => Assert.Equal(["p: <b>Boats</b> & {{crews}} left."], Outline("<b>Boats</b> & {{crews}} left."));

    [Fact]
    public void The_language_is_that_of_headline_and_body_not_of_the_masthead()
    {
        var manuscript = Pages.Read("رئيس التحرير\nسالم حلمي\n\n" + Head + "The boats left.");
        Assert.Equal(("en", "ltr"), (manuscript.Language, manuscript.Direction));
    }

    private static string[] Outline(string body) => Pages.Read(Head + body).Outline();
}
