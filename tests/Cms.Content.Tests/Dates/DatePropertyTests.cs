using System.Globalization;
using Cms.Content.Dates;
using Cms.Content.Sources;
using CsCheck;

namespace Cms.Content.Tests.Dates;

public sealed class DatePropertyTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "28", "9", "31", "2020", "20", "0", "99999999999", ":", "/", "-", ".", ",", "،", "(", ")", "+", "T", "Z", "Sep", "سبتمبر", "أيلول", "رمضان",
        "كانون", "الثاني", "م", "ص", "a.m.", "PM", "GMT", "بتوقيت", "القدس", "Updated", "آخر تحديث", "هـ", "th", "Monday", " ", " ", "\u0640", "\uD800", "٢٨", "h");

    private static readonly ReadingContext Context = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"),
        Now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf<string>(Gen.String, Pieces.Array[0, 14].Select(pieces => string.Concat(pieces))).Sample(text =>
        {
            foreach (var timeOnlyAllowed in (bool[])[false, true])
            {
                if (DateLine.TryRead(text, timeOnlyAllowed) is not { } line) continue;
                Assert.True(line.Date is not null || line.IsImpossible || (timeOnlyAllowed && line.Time is not null));
                Assert.True(line is not { IsImpossible: true, Date: not null });
                Assert.Equal(line.Date is null, DateReckoning.Reckon(line, 1, Context).Date is null);
            }
        }, iter: 20_000);

    [Fact]
    public void Every_day_is_read_back_from_every_form_without_a_guess() =>
        Gen.Int[0, 200 * 365].Select(Gen.OneOf(
            "yyyy-MM-dd", "d MMM yyyy", "dd MMMM yyyy", "dddd, MMMM d, yyyy", "ddd dd MMM yyyy", "MMM d yyyy", "yyyy/M/d", "d MMMM, yyyy")).Sample((days, form) =>
        {
            var day = new DateOnly(1900, 1, 1).AddDays(days);

            var line = DateLine.TryRead(day.ToString(form, CultureInfo.InvariantCulture));

            Assert.NotNull(line);
            Assert.Equal(day, line.Date);
            Assert.False(line.IsOrderAssumed);
            Assert.Equal(0, line.WordsLeft);
        });

    [Fact]
    public void Every_minute_is_read_back_on_both_clocks() =>
        Gen.Int[0, 1439].Select(Gen.OneOf("HH:mm", "hh:mm tt", "h:mmtt", "H:mm", "HH:mm:ss")).Sample((minutes, form) =>
        {
            var time = TimeOnly.MinValue.AddMinutes(minutes);
            var printed = time.ToString(form, CultureInfo.InvariantCulture);

            Assert.Equal(time, DateLine.TryRead($"{printed} 22/02/2026")?.Time);
            Assert.Equal(time, DateLine.TryRead($"Sunday 22 February 2026 | {printed}")?.Time);
            Assert.Equal(time, DateLine.TryRead(printed, timeOnlyAllowed: true)?.Time);
        });

    [Fact]
    public void The_instant_is_shown_by_the_clocks_as_the_local_time() =>
        Gen.Int[0, 20 * 365 * 24 * 60].Select(Gen.OneOf("Africa/Cairo", "Europe/Berlin", "America/New_York", "Asia/Gaza", "Africa/Casablanca")).Sample(
            (minutes, zone) =>
            {
                var local = new DateTime(2010, 1, 1).AddMinutes(minutes);
                var context = Context with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
                var line = new DateLine { Printed = "x", Date = DateOnly.FromDateTime(local), Time = TimeOnly.FromDateTime(local) };

                var date = DateReckoning.Reckon(line, 1, context).Date!;

                Assert.Equal(date.Local, TimeZoneInfo.ConvertTime(date.Instant, context.TimeZone).DateTime);
                Assert.InRange(date.Local - local, TimeSpan.Zero, TimeSpan.FromHours(1));
            }, iter: 2_000);
}
