namespace Cms.Content.Tests.Sources;

/// <summary>Small pages in the shapes that English editions have.</summary>
public sealed class EnglishPageTests
{
    [Fact]
    public void A_machine_translated_page_credits_with_books_and_prints_time_and_day_apart() => Proves(
        """
        New Ferry Links Old Harbour Towns

        11:06 PM

        Sunday 17 October 2021

        Books – MONA HANNA:

        Photography – SAMIR ADEL:

        The ferry left the old harbour at noon with three hundred passengers on board.

        It returns every evening except on Fridays.
        """,
        """
        headline: New Ferry Links Old Harbour Towns
        byline: MONA HANNA
        authors: MONA HANNA
        published: 2021-10-17T23:06:00 minute Africa/Cairo assumed = 2021-10-17 21:06:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@5
        caption: Photography – SAMIR ADEL:
        p: The ferry left the old harbour at noon with three hundred passengers on board.
        p: It returns every evening except on Fridays.
        """);

    [Fact]
    public void A_caption_a_short_link_and_an_update_may_stand_above_the_headline() => Proves(
        """
        Fishermen mend their nets in the bay. (Reuters)
        Short Url
        https://example.org/abc12
        Updated 02 June 2020

        Bay reopens to fishing after winter ban

        • Catch limits stay in force
        • Boats must carry trackers

        DUBAI: The bay reopened to fishing on Tuesday, officials said in a statement.

        Boats had been tied up since November.
        """,
        """
        headline: Bay reopens to fishing after winter ban
        dateline: DUBAI
        updated: 2020-06-02T00:00:00 day Africa/Cairo assumed = 2020-06-01 22:00:00Z
        language: en ltr
        draft: held
        warnings: W_NO_DATE; W_FURNITURE@2; W_ZONE_ASSUMED@4
        caption: Fishermen mend their nets in the bay. (Reuters)
        ul: Catch limits stay in force | Boats must carry trackers
        p: DUBAI: The bay reopened to fishing on Tuesday, officials said in a statement.
        p: Boats had been tied up since November.
        """);

    [Fact]
    public void A_feed_page_has_a_numeric_date_a_file_name_and_a_credit_at_the_end() => Proves(
        """
        Museum Opens Night Tours
        13/12/2019 11:24:12 AM
        by Nadia Fares

        hall-west-wing.jpg

        The museum will open its western hall at night from next week, its director said.

        Tickets are sold at the gate.

        Additional reporting by Omar Zaki
        """,
        """
        headline: Museum Opens Night Tours
        byline: Nadia Fares
        authors: Nadia Fares
        published: 2019-12-13T11:24:12 second Africa/Cairo assumed = 2019-12-13 09:24:12Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2; W_FURNITURE@5
        p: The museum will open its western hall at night from next week, its director said.
        p: Tickets are sold at the gate.
        signature: Additional reporting by Omar Zaki
        """);

    [Fact]
    public void A_page_date_and_the_weather_may_stand_above_everything() => Proves(
        """
        TUESDAY, SEPTEMBER 12, 2017 THULHIJJA 21, 1438 AH
        Min 26º Max 45º

        Desert Road Gets Second Lane

        The desert road gets a second lane next year, the ministry said.
        """,
        """
        headline: Desert Road Gets Second Lane
        published: 2017-09-12T00:00:00 day Africa/Cairo assumed = 2017-09-11 22:00:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@1; W_PAGE_DATE@1; W_FURNITURE@2
        p: The desert road gets a second lane next year, the ministry said.
        """);

    [Fact]
    public void A_page_of_other_headlines_and_one_paragraph_has_no_headline()
    {
        var others = string.Join(" ", Enumerable.Range(1, 20).Select(n => $"Another story number {n} of the day"));

        var refusal = Pages.Try($"{others}\nThe article itself stands here as one paragraph. It has two sentences.").Refusal!;

        Assert.Equal(("E_NO_TITLE", 1), (refusal.Code, refusal.Line));
        Assert.StartsWith("Expected a headline; found only “Another story number 1", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_two_dates_a_job_and_tags_are_told_apart() => Proves(
        """
        The Delta Gazette
        Chairman: Adel Mansour
        Editor-in-Chief: Rania Sobhy

        Sport

        Harriers win the cup on penalties
        A late goal had forced extra time

        Published: Monday, September 28th, 2020
        Updated: 29 September 2020 10:05
        By Tarek Lotfy, Sports Correspondent

        The Harriers won the cup on Monday night after a long evening.

        A quiet first half

        Neither side came near the goal before the break.

        Read more: Harriers sign a keeper

        Tags: football, Harriers, cup final
        """,
        """
        publication: The Delta Gazette
        masthead: Chairman = Adel Mansour; Editor-in-Chief = Rania Sobhy
        section: Sports
        headline: Harriers win the cup on penalties
        deck: A late goal had forced extra time
        byline: Tarek Lotfy, Sports Correspondent
        authors: Tarek Lotfy (Sports Correspondent)
        published: 2020-09-28T00:00:00 day Africa/Cairo assumed = 2020-09-27 22:00:00Z
        updated: 2020-09-29T10:05:00 minute Africa/Cairo assumed = 2020-09-29 08:05:00Z
        language: en ltr
        tags: football; Harriers; cup final
        warnings: W_ZONE_ASSUMED@10; W_FURNITURE@20
        p: The Harriers won the cup on Monday night after a long evening.
        h2: A quiet first half
        p: Neither side came near the goal before the break.
        """);

    [Fact]
    public void A_page_without_blank_lines_has_a_paragraph_a_line() => Proves(
        """
        Bakers Raise the Price of Bread
        Mon 28 Sep 2020 | 11:15 AM
        Sherif Nagy
        Bakers raised the price of bread on Monday.
        They blamed the price of flour.
        A ministry official said that he would look into it.
        """,
        """
        headline: Bakers Raise the Price of Bread
        byline: Sherif Nagy
        authors: Sherif Nagy
        published: 2020-09-28T11:15:00 minute Africa/Cairo assumed = 2020-09-28 09:15:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2
        p: Bakers raised the price of bread on Monday.
        p: They blamed the price of flour.
        p: A ministry official said that he would look into it.
        """);

    [Fact]
    public void A_printed_offset_is_not_assumed() => Proves(
        """
        Night Train Returns
        2021-03-05T21:40:00+03:00

        The night train returns in June.

        https://www.youtube.com/watch?v=abc
        """,
        """
        headline: Night Train Returns
        published: 2021-03-05T21:40:00 second +03:00 = 2021-03-05 18:40:00Z
        language: en ltr
        p: The night train returns in June.
        embed youtube: https://www.youtube.com/watch?v=abc
        """);

    private static void Proves(string page, string proof) => Assert.Equal(proof, Pages.Read(page).Proof());
}
