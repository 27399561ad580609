using System.Globalization;
using Cms.Content.Dates;
using Cms.Content.Sources;

namespace Cms.Content.Tests.Dates;

public sealed class DateReckoningTests
{
    private static readonly ReadingContext Cairo = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"),
        Now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void The_given_seed_is_in_the_papers_zone()
    {
        var reckoned = Reckon("Mon 28 Sep 2020 | 11:15 AM");

        Assert.False(reckoned.HeldAsDraft);
        Assert.Equal(
            new PrintedDate
            {
                Printed = "Mon 28 Sep 2020 | 11:15 AM",
                Local = new DateTime(2020, 9, 28, 11, 15, 0),
                Instant = new DateTimeOffset(2020, 9, 28, 9, 15, 0, TimeSpan.Zero),
                Precision = "minute",
                TimeZone = "Africa/Cairo",
                TimeZoneAssumed = true,
            },
            reckoned.Date);
        Assert.Equal([("W_ZONE_ASSUMED", 7)], reckoned.Warnings.Select(warning => (warning.Code, warning.Line!.Value)));
    }

    [Theory]
    [InlineData("2015-07-01 12:00", "2015-07-01T10:00:00Z")]
    [InlineData("2022-07-01 12:00", "2022-07-01T10:00:00Z")]
    [InlineData("2023-07-01 12:00", "2023-07-01T09:00:00Z")]
    [InlineData("2023-01-01 12:00", "2023-01-01T10:00:00Z")]
    [InlineData("2024-04-25 12:00", "2024-04-25T10:00:00Z")]
    [InlineData("2024-04-26 12:00", "2024-04-26T09:00:00Z")]
    [InlineData("2024-10-31 12:00", "2024-10-31T09:00:00Z")]
    [InlineData("2024-11-01 12:00", "2024-11-01T10:00:00Z")]
    [InlineData("2014-07-15 12:00", "2014-07-15T10:00:00Z")]
    [InlineData("2014-06-01 12:00", "2014-06-01T09:00:00Z")]
    public void Egypt_has_summer_time_again_since_2023(string line, string instant)
    {
        var reckoned = Reckon(line);

        Assert.Equal(instant, Shown(reckoned));
        Assert.Equal(["W_ZONE_ASSUMED"], Codes(reckoned));
    }

    [Fact]
    public void An_hour_that_came_twice_is_its_first_occurrence()
    {
        var reckoned = Reckon("2023-10-26 23:30");

        Assert.Equal("2023-10-26T20:30:00Z", Shown(reckoned));
        Assert.Equal(["W_ZONE_ASSUMED", "W_DST"], Codes(reckoned));
        Assert.Equal(new DateTime(2023, 10, 26, 23, 30, 0), reckoned.Date!.Local);
    }

    [Fact]
    public void An_hour_that_was_skipped_is_moved_forward()
    {
        var reckoned = Reckon("2023-04-28 00:30");

        Assert.Equal("2023-04-27T22:30:00Z", Shown(reckoned));
        Assert.Equal(["W_ZONE_ASSUMED", "W_DST"], Codes(reckoned));
        Assert.Equal(new DateTime(2023, 4, 28, 1, 30, 0), reckoned.Date!.Local);
    }

    [Theory]
    [InlineData("2021-10-31 02:30", "2021-10-31T00:30:00Z")]
    [InlineData("2021-03-28 02:30", "2021-03-28T01:30:00Z")]
    public void The_same_holds_in_other_zones(string line, string instant)
    {
        var berlin = Cairo with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

        var reckoned = DateReckoning.Reckon(DateLine.TryRead(line)!, 1, berlin);

        Assert.Equal(instant, Shown(reckoned));
        Assert.Contains("W_DST", Codes(reckoned));
    }

    [Fact]
    public void A_day_whose_midnight_was_skipped_is_nothing_to_warn_of()
    {
        var reckoned = Reckon("28 April 2023");

        Assert.Equal("2023-04-27T22:00:00Z", Shown(reckoned));
        Assert.Equal(["W_ZONE_ASSUMED"], Codes(reckoned));
        Assert.Equal(28, reckoned.Date!.Local.Day);
    }

    [Theory]
    [InlineData("2020-09-28T11:15:30+03:00", "2020-09-28T08:15:30Z", "+03:00")]
    [InlineData("2020-09-28T11:15:30-05:30", "2020-09-28T16:45:30Z", "-05:30")]
    [InlineData("28 Sep 2020 11:15 GMT", "2020-09-28T11:15:00Z", "UTC")]
    [InlineData("28 Sep 2020 11:15 Cairo time", "2020-09-28T09:15:00Z", "Africa/Cairo")]
    [InlineData("الإثنين 22 يناير 2018 05:56 م / بتوقيت القدس +2GMT", "2018-01-22T15:56:00Z", "+02:00")]
    public void A_printed_zone_goes_before_the_papers(string line, string instant, string zone)
    {
        var reckoned = Reckon(line);

        Assert.Equal(instant, Shown(reckoned));
        Assert.Equal(zone, reckoned.Date!.TimeZone);
        Assert.False(reckoned.Date.TimeZoneAssumed);
        Assert.Empty(reckoned.Warnings);
    }

    [Theory]
    [InlineData("28 Sep 2020", "day")]
    [InlineData("28 Sep 2020 11:15", "minute")]
    [InlineData("28 Sep 2020 11:15:00", "second")]
    public void Precision_says_what_is_printed(string line, string precision) => Assert.Equal(precision, Reckon(line).Date!.Precision);

    [Fact]
    public void A_wrong_weekday_yields_to_the_numbers()
    {
        var reckoned = Reckon("Tue 28 Sep 2020 | 11:15 AM");

        Assert.Equal("2020-09-28T09:15:00Z", Shown(reckoned));
        Assert.Equal(["W_ZONE_ASSUMED", "W_WEEKDAY"], Codes(reckoned));
    }

    [Fact]
    public void An_impossible_date_is_never_rolled_over()
    {
        var reckoned = Reckon("31 June 2020");

        Assert.Null(reckoned.Date);
        Assert.True(reckoned.HeldAsDraft);
        Assert.Equal(["W_BAD_DATE"], Codes(reckoned));
        Assert.Contains("31 June 2020", reckoned.Warnings[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-16 13:00", false)]
    [InlineData("2026-01-16 15:00", true)]
    [InlineData("1 January 2062", true)]
    public void A_date_more_than_a_day_ahead_is_held(string line, bool isHeld)
    {
        var reckoned = Reckon(line);

        Assert.NotNull(reckoned.Date);
        Assert.Equal(isHeld, reckoned.HeldAsDraft);
        Assert.Equal(isHeld, Codes(reckoned).Contains("W_FUTURE"));
    }

    [Fact]
    public void A_guessed_order_is_said()
    {
        var reckoned = Reckon("12/03/2021");

        Assert.Equal(["W_ZONE_ASSUMED", "W_DATE_ORDER"], Codes(reckoned));
        Assert.Equal(new DateTime(2021, 3, 12), reckoned.Date!.Local);
    }

    [Fact]
    public void The_ends_of_the_calendar_do_no_harm()
    {
        Assert.NotNull(DateReckoning.Reckon(new DateLine { Printed = "x", Date = DateOnly.MaxValue, Time = TimeOnly.MaxValue, Zone = "-05:00" }, 1, Cairo).Date);
        Assert.NotNull(DateReckoning.Reckon(new DateLine { Printed = "x", Date = DateOnly.MinValue, Zone = "+05:00" }, 1, Cairo).Date);
    }

    private static ReckonedDate Reckon(string line) => DateReckoning.Reckon(DateLine.TryRead(line)!, 7, Cairo);

    private static IEnumerable<string> Codes(ReckonedDate reckoned) => reckoned.Warnings.Select(warning => warning.Code);

    private static string? Shown(ReckonedDate reckoned) =>
        reckoned.Date?.Instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
