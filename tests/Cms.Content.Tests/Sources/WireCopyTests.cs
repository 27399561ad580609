namespace Cms.Content.Tests.Sources;

/// <summary>Small pages in the shapes that wire copies have.</summary>
public sealed class WireCopyTests
{
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

    [Theory]
    [InlineData("PORT ST. ALBAN, Nov 6 (Nilewire) – The parties agreed.", "PORT ST. ALBAN, Nov 6 (Nilewire)")]
    [InlineData("SANTA BRISA, Maravel (Nilewire) – The parties agreed.", "SANTA BRISA, Maravel (Nilewire)")]
    [InlineData("The Agency (Nilewire) – The parties agreed.", null)]
    [InlineData("PORT ST. ALBAN (a town in the south) – The parties agreed.", null)]
    public void After_a_city_in_capitals_any_name_in_brackets_is_an_agency(string paragraph, string? dateline) =>
        Assert.Equal(dateline, Pages.Read($"Parties Agree\n\nMon 28 Sep 2020\n\n{paragraph}").Dateline);

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

    private static void Proves(string page, string proof) => Assert.Equal(proof, Pages.Read(page).Proof());
}
