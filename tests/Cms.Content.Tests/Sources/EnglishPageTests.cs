namespace Cms.Content.Tests.Sources;

/// <summary>Small pages in the shapes that English editions and wire copies have.</summary>
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
    public void Wire_copy_names_two_reporters_a_place_and_its_editors() => Proves(
        """
        River Level Falls for Third Year
        Mon 28 Sep 2020 | 11:15 AM
        By Laila Noor and Peter Hale

        LONDON, Sept 28 (Reuters) – The river fell again this summer, engineers said on Monday.

        They expect rain in spring. (Reporting by Laila Noor and Peter Hale; Editing by Jane Roe)
        """,
        """
        headline: River Level Falls for Third Year
        byline: Laila Noor and Peter Hale
        authors: Laila Noor; Peter Hale
        agency: Reuters
        dateline: LONDON, Sept 28 (Reuters)
        published: 2020-09-28T11:15:00 minute Africa/Cairo assumed = 2020-09-28 09:15:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2
        p: LONDON, Sept 28 (Reuters) – The river fell again this summer, engineers said on Monday.
        p: They expect rain in spring.
        signature: (Reporting by Laila Noor and Peter Hale; Editing by Jane Roe)
        """);

    [Fact]
    public void A_wire_dateline_may_be_glued_to_the_text_and_the_signature_alone() => Proves(
        """
        Port Strike Ends
        Mon 28 Sep 2020 | 11:15 AM

        LONDON (Reuters) -Dockers went back to work on Monday after nine days.

        (Reporting by A. Writer; Editing by B. Desk)
        """,
        """
        headline: Port Strike Ends
        agency: Reuters
        dateline: LONDON (Reuters)
        published: 2020-09-28T11:15:00 minute Africa/Cairo assumed = 2020-09-28 09:15:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2
        p: LONDON (Reuters) -Dockers went back to work on Monday after nine days.
        signature: (Reporting by A. Writer; Editing by B. Desk)
        """);

    [Fact]
    public void A_collective_credit_is_kept_as_printed_without_its_end_sign() => Proves(
        """
        Lake Cities Agree on Water Rules

        By dpa correspondents =

        Geneva (dpa) - Eleven cities around the lake agreed on common rules for water on Friday.

        The rules take effect in March.
        """,
        """
        headline: Lake Cities Agree on Water Rules
        byline: dpa correspondents
        authors: dpa correspondents
        agency: dpa
        dateline: Geneva (dpa)
        language: en ltr
        draft: held
        warnings: W_NO_DATE
        p: Geneva (dpa) - Eleven cities around the lake agreed on common rules for water on Friday.
        p: The rules take effect in March.
        """);

    [Fact]
    public void Wire_copy_in_even_lines_is_put_together_again() => Proves(
        """
        Wind Farm Feeds Southern Grid
        By PAULA BRUNO and ANA CASTRO=
           BUENOS AIRES, Argentina (AP) _ The first turbines of the wind
        farm in the south began to feed the grid on Thursday.
           Engineers had waited for months for a cable that was to cross
        the strait and that storms had kept ashore since the beginning of
        last year.
        """,
        """
        headline: Wind Farm Feeds Southern Grid
        byline: PAULA BRUNO and ANA CASTRO
        authors: PAULA BRUNO; ANA CASTRO
        agency: AP
        dateline: BUENOS AIRES, Argentina (AP)
        language: en ltr
        draft: held
        warnings: W_NO_DATE
        p: BUENOS AIRES, Argentina (AP) _ The first turbines of the wind farm in the south began to feed the grid on Thursday.
        p: Engineers had waited for months for a cable that was to cross the strait and that storms had kept ashore since the beginning of last year.
        """);

    [Fact]
    public void Credits_that_run_into_the_text_name_the_author_and_stay_in_the_text() => Proves(
        """
        The Last Glassblower of the Quarter
        May 4, 2019

        By Hana Saber Photos by Karim Fouad The furnace is lit at four in the morning, long before the quarter wakes up.

        By noon the day's work is done.
        """,
        """
        headline: The Last Glassblower of the Quarter
        byline: Hana Saber
        authors: Hana Saber
        published: 2019-05-04T00:00:00 day Africa/Cairo assumed = 2019-05-03 22:00:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2
        p: By Hana Saber Photos by Karim Fouad The furnace is lit at four in the morning, long before the quarter wakes up.
        p: By noon the day's work is done.
        """);

    [Fact]
    public void A_German_credit_gives_the_agency_beside_the_name() => Proves(
        """
        Harbour Museum to Close for Repairs
        28 Sep 2020 14:30
        Von Karl Brandt, dpa

        The harbour museum closes in October, its keeper said.
        """,
        """
        headline: Harbour Museum to Close for Repairs
        byline: Karl Brandt, dpa
        authors: Karl Brandt
        agency: dpa
        published: 2020-09-28T14:30:00 minute Africa/Cairo assumed = 2020-09-28 12:30:00Z
        language: en ltr
        warnings: W_ZONE_ASSUMED@2
        p: The harbour museum closes in October, its keeper said.
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
