namespace Cms.Content.Tests.Sources;

public sealed class HeadlineTests
{
    private const string Day = "Mon 28 Sep 2020 | 11:15 AM";
    private const string Body = "\n\nThe harbour opened again on Monday, and the first boats left.";

    [Theory]
    [InlineData("What Changed on 28 September 2020 in the Harbour")]
    [InlineData("By the numbers: a year in the harbour")]
    [InlineData("Harbour, 28 Sep")]
    [InlineData("انتهاء العمل في الميناء يوم 28 سبتمبر 2020")]
    public void A_headline_may_contain_a_date_or_begin_with_a_small_word(string headline)
    {
        var manuscript = Pages.Read($"{headline}\n{Day}{Body}");
        Assert.Equal(headline, manuscript.Headline);
        Assert.Equal(Day, manuscript.Published!.Printed);
    }

    [Fact]
    public void A_first_line_of_two_words_is_a_kicker()
    {
        var manuscript = Pages.Read($"Harbour Watch\nBoats Leave After Nine Days\n{Day}{Body}");
        Assert.Equal(("Harbour Watch", "Boats Leave After Nine Days"), (manuscript.Kicker, manuscript.Headline));
        Assert.Null(manuscript.Section);
    }

    [Theory]
    [InlineData("SPORTS", "Sports")]
    [InlineData("الاقتصاد", "اقتصاد")]
    [InlineData("Harbour watch", "Harbour Watch")]
    public void A_known_section_files_the_article_and_is_no_kicker(string line, string section)
    {
        var context = Pages.Cairo with { Sections = new HashSet<string> { "Harbour Watch" } };
        var manuscript = Pages.Read($"{line}\nBoats Leave After Nine Days\n{Day}{Body}", context);
        Assert.Equal((section, null, "Boats Leave After Nine Days"), (manuscript.Section, manuscript.Kicker, manuscript.Headline));
    }

    [Fact]
    public void A_section_s_name_alone_above_the_date_is_the_headline() => Assert.Equal("Sports", Pages.Read($"Sports\n{Day}{Body}").Headline);

    [Fact]
    public void A_short_headline_above_a_name_is_no_kicker()
    {
        var manuscript = Pages.Read($"Boats Leave\n\nMona Hanna\n{Day}{Body}");
        Assert.Equal(("Boats Leave", null, "Mona Hanna"), (manuscript.Headline, manuscript.Kicker, manuscript.Byline));
    }

    [Fact]
    public void A_further_line_is_the_deck()
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\nThe winter ban had kept them ashore\nBy Mona Hanna\n{Day}{Body}");
        Assert.Equal(("The winter ban had kept them ashore", "Mona Hanna"), (manuscript.Deck, manuscript.Byline));
    }

    [Fact]
    public void A_question_above_a_deck_that_ends_in_a_full_stop_keeps_its_date()
    {
        var manuscript = Pages.Read($"Harbour Watch\nWill the Boats Leave?\nThe winter ban kept them ashore.\n{Day}{Body}");
        Assert.Equal(("Harbour Watch", "Will the Boats Leave?"), (manuscript.Kicker, manuscript.Headline));
        Assert.Equal("The winter ban kept them ashore.", manuscript.Deck);
        Assert.Equal(Day, manuscript.Published!.Printed);
    }

    [Fact]
    public void A_time_without_a_day_is_no_headline() =>
        Assert.Equal("Boats Leave Harbour", Pages.Read($"11:06 PM\n\nBoats Leave Harbour{Body}").Headline);

    [Fact]
    public void Short_lines_above_a_section_s_name_are_kept_where_no_masthead_stands_above_them()
    {
        var manuscript = Pages.Read($"The Week in Brief\nBoats left\nTrains stopped\nBread rose\nSports\nThe cup was won{Body}");
        Assert.Equal("The Week in Brief", manuscript.Headline);
        Assert.Equal("p: Boats left Trains stopped Bread rose Sports The cup was won", manuscript.Outline()[0]);
    }

    [Fact]
    public void A_third_line_of_unknown_kind_stays_in_the_body_with_a_warning()
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\nThe winter ban had kept them ashore\nAnd nobody had told the crews\n{Day}{Body}");
        Assert.Equal("p: And nobody had told the crews", manuscript.Outline()[0]);
        Assert.Contains(manuscript.Warnings, warning => warning is { Code: "W_UNCLASSIFIED", Line: 3 });
    }

    [Fact]
    public void A_repeated_headline_is_dropped_once_and_only_word_for_word()
    {
        Assert.Single(Pages.Read($"Boats Leave Harbour\nBoats leave harbour\n{Day}{Body}").Body);
        Assert.Equal("Boats Leave the Harbour", Pages.Read($"Boats Leave Harbour\nBoats Leave the Harbour\n{Day}{Body}").Deck);
    }

    [Fact]
    public void Without_a_date_the_article_waits_for_a_person()
    {
        var manuscript = Pages.Read($"Sports\nBoats Leave Harbour{Body}");
        Assert.Equal(("Boats Leave Harbour", "Sports"), (manuscript.Headline, manuscript.Section));
        Assert.Null(manuscript.Published);
        Assert.True(manuscript.HeldAsDraft);
        Assert.Equal(["W_NO_DATE"], manuscript.Codes());
    }

    [Fact]
    public void A_day_that_heads_a_part_of_the_story_is_not_its_date()
    {
        var sentence = "The crews waited for word from the ministry, and none came before the evening.";
        var manuscript = Pages.Read($"Nine Days Ashore\n\n{sentence}\n\n{sentence}\n\n{Day}\n\n{sentence}");
        Assert.Null(manuscript.Published);
        Assert.Contains($"p: {Day}", manuscript.Outline());
    }

    [Fact]
    public void A_date_below_the_last_paragraph_is_the_story_s_date()
    {
        var manuscript = Pages.Read($"Nine Days Ashore\n\nThe crews waited for word from the ministry.\n\nNone came.\n\n{Day}");
        Assert.Equal(Day, manuscript.Published!.Printed);
        Assert.Equal(["p: The crews waited for word from the ministry.", "p: None came."], manuscript.Outline());
    }

    [Fact]
    public void A_date_above_the_headline_gives_way_to_one_below_it()
    {
        var manuscript = Pages.Read($"Tue 29 Sep 2020 | 08:00 AM\n\nBoats Leave Harbour\n{Day}{Body}");
        Assert.Equal(Day, manuscript.Published!.Printed);
        Assert.DoesNotContain("W_PAGE_DATE", manuscript.Codes());
    }

    [Fact]
    public void An_impossible_date_holds_the_article_and_says_where_it_stands()
    {
        var manuscript = Pages.Read($"Boats Leave Harbour\n31 February 2020{Body}");
        Assert.Null(manuscript.Published);
        Assert.True(manuscript.HeldAsDraft);
        Assert.Contains(manuscript.Warnings, warning => warning is { Code: "W_BAD_DATE", Line: 2 });
    }
}
