using System.Globalization;
using Cms.Content.Dates;

namespace Cms.Content.Tests.Dates;

public sealed class DateLineTests
{
    [Theory]
    [InlineData("Mon 28 Sep 2020 | 11:15 AM", "2020-09-28 11:15")]
    [InlineData("28 Sep 2020", "2020-09-28")]
    [InlineData("28 September 2020 23:59", "2020-09-28 23:59")]
    [InlineData("28th of September, 2020 at 11.15 am", "2020-09-28 11:15")]
    [InlineData("Monday, September 28th, 2020 at 11:15am EST", "2020-09-28 11:15")]
    [InlineData("Sept. 28, 2020 9:05 p.m. ET", "2020-09-28 21:05")]
    [InlineData("SEPTEMBER 28, 2020", "2020-09-28")]
    [InlineData("28-Sep-2020 11:15", "2020-09-28 11:15")]
    [InlineData("28/Sep/2020", "2020-09-28")]
    [InlineData("Mon, 28 Sep 2020 11:15:30 +0200", "2020-09-28 11:15:30")]
    [InlineData("2020-09-28", "2020-09-28")]
    [InlineData("2020-09-28T11:15", "2020-09-28 11:15")]
    [InlineData("2020-09-28T11:15:30Z", "2020-09-28 11:15:30")]
    [InlineData("2020-09-28T11:15:30.123+02:00", "2020-09-28 11:15:30")]
    [InlineData("2020-09-28 11:15", "2020-09-28 11:15")]
    [InlineData("2020/09/28", "2020-09-28")]
    [InlineData("28.09.2020 11.15", "2020-09-28 11:15")]
    [InlineData("28/9/2020", "2020-09-28")]
    [InlineData("28 / 9 / 2020", "2020-09-28")]
    [InlineData("9/28/2020 1:05 PM", "2020-09-28 13:05")]
    [InlineData("12/12/2019 11:24:12 AM", "2019-12-12 11:24:12")]
    [InlineData("11:06 PM Sunday 17 October 2021", "2021-10-17 23:06")]
    [InlineData("12:00 AM 17 October 2021", "2021-10-17 00:00")]
    [InlineData("12:30 PM, 17 October 2021", "2021-10-17 12:30")]
    [InlineData("13:05 PM 17 October 2021", "2021-10-17 13:05")]
    [InlineData("17 October 2021, 11 AM", "2021-10-17 11:00")]
    [InlineData("17 October 2021 18h38", "2021-10-17 18:38")]
    [InlineData("05:06 - 22-01-2018", "2018-01-22 05:06")]
    [InlineData("2020 Sep 28", "2020-09-28")]
    public void An_english_date_line_is_read(string line, string expected) => Assert.Equal(expected, Shown(DateLine.TryRead(line)));

    [Theory]
    [InlineData("01:16 م 22/02/2026", "2026-02-22 13:16")]
    [InlineData("الإثنين 22 يناير 2018 05:56 م / بتوقيت القدس +2GMT", "2018-01-22 17:56")]
    [InlineData("الأربعاء 5 مايو 2021 / 18:38", "2021-05-05 18:38")]
    [InlineData("الأحد 15 مارس 2026 09:58 مـ 26 رمضان 1447 هـ", "2026-03-15 21:58")]
    [InlineData("الأحد 15 مارس 2026 09:58 صـ", "2026-03-15 09:58")]
    [InlineData("26 رمضان 1447 هـ الموافق 15 مارس 2026 م", "2026-03-15")]
    [InlineData("1447/9/26 هـ 2026/3/15", "2026-03-15")]
    [InlineData("5 مايو (أيار) 2021", "2021-05-05")]
    [InlineData("5 أيار/مايو 2021", "2021-05-05")]
    [InlineData("10 كانون الثاني/يناير 2021", "2021-01-10")]
    [InlineData("10 كانون الأول 2021", "2021-12-10")]
    [InlineData("10 تشرين الأول 2021", "2021-10-10")]
    [InlineData("10 تشرين ثاني 2021", "2021-11-10")]
    [InlineData("الثلاثاء 14 جويلية 2020", "2020-07-14")]
    [InlineData("2 جانفي 2020", "2020-01-02")]
    [InlineData("2 غشت 2020", "2020-08-02")]
    [InlineData("٢٨ سبتمبر ٢٠٢٠، ١١:١٥ صباحاً", "2020-09-28 11:15")]
    [InlineData("۲۸ سبتمبر ۲۰۲۰ ۰۴:۳۰ مساءً", "2020-09-28 16:30")]
    [InlineData("٢٠٢٠/٩/٢٨", "2020-09-28")]
    [InlineData("الجمعة، 3 ابريل، 2020 - 07:00 مساء", "2020-04-03 19:00")]
    [InlineData("الجمعه 3 إبريل 2020", "2020-04-03")]
    [InlineData("الاثنين 28 سبتمبـر 2020 الساعة 12:10 ص", "2020-09-28 00:10")]
    [InlineData("يوم الاثنين الموافق 28 سبتمبر 2020م", "2020-09-28")]
    [InlineData("28 سبتمبر 2020 11:30 ليلا", "2020-09-28 23:30")]
    [InlineData("28 سبتمبر 2020 5 عصرا", "2020-09-28 17:00")]
    public void An_arabic_date_line_is_read(string line, string expected) => Assert.Equal(expected, Shown(DateLine.TryRead(line)));

    [Theory]
    [InlineData("jan", 1)]
    [InlineData("February", 2)]
    [InlineData("sept", 9)]
    [InlineData("أبريل", 4)]
    [InlineData("إبريل", 4)]
    [InlineData("ابريل", 4)]
    [InlineData("يونية", 6)]
    [InlineData("يوليه", 7)]
    [InlineData("اغسطس", 8)]
    [InlineData("شباط", 2)]
    [InlineData("آذار", 3)]
    [InlineData("نيسان", 4)]
    [InlineData("حزيران", 6)]
    [InlineData("تموز", 7)]
    [InlineData("آب", 8)]
    [InlineData("أيلول", 9)]
    [InlineData("فيفري", 2)]
    [InlineData("أفريل", 4)]
    [InlineData("ماي", 5)]
    [InlineData("جوان", 6)]
    [InlineData("أوت", 8)]
    [InlineData("شتنبر", 9)]
    [InlineData("نونبر", 11)]
    [InlineData("دجنبر", 12)]
    public void A_month_has_many_names(string name, int month) => Assert.Equal(month, DateLine.TryRead($"3 {name} 2020")?.Date?.Month);

    [Theory]
    [InlineData("Updated 02 June 2020", true, "02 June 2020")]
    [InlineData("Last modified: 2020-06-02 10:00", true, "2020-06-02 10:00")]
    [InlineData("Last updated on Tue, June 2, 2020", true, "Tue, June 2, 2020")]
    [InlineData("آخر تحديث: الثلاثاء 2 يونيو 2020 - 10:00 ص", true, "الثلاثاء 2 يونيو 2020 - 10:00 ص")]
    [InlineData("اخر تحديث 2/6/2020", true, "2/6/2020")]
    [InlineData("Published: June 2, 2020", false, "June 2, 2020")]
    [InlineData("Posted on 2 June 2020", false, "2 June 2020")]
    [InlineData("نُشر في: 2 يونيو 2020", false, "2 يونيو 2020")]
    [InlineData("2 June 2020", false, "2 June 2020")]
    [InlineData("Reuters | Updated: 02 June 2020", true, "Reuters | Updated: 02 June 2020")]
    public void A_prefix_tells_a_change_from_a_publication(string line, bool isUpdate, string printed)
    {
        var read = DateLine.TryRead(line);

        Assert.NotNull(read);
        Assert.Equal(new DateOnly(2020, 6, 2), read.Date);
        Assert.Equal(isUpdate, read.IsUpdate);
        Assert.Equal(printed, read.Printed);
    }

    [Theory]
    [InlineData("2020-09-28T11:15Z", "UTC")]
    [InlineData("2020-09-28T11:15+02:00", "+02:00")]
    [InlineData("2020-09-28T11:15-05:30", "-05:30")]
    [InlineData("28 Sep 2020 11:15 GMT", "UTC")]
    [InlineData("28 Sep 2020 11:15 (GMT+3)", "+03:00")]
    [InlineData("28 Sep 2020 11:15 GMT -4", "-04:00")]
    [InlineData("28 Sep 2020 11:15 -0400", "-04:00")]
    [InlineData("28 Sep 2020 11:15 EET", "+02:00")]
    [InlineData("28 Sep 2020 11:15 EEST", "+03:00")]
    [InlineData("28 Sep 2020 11:15 Cairo time", "Africa/Cairo")]
    [InlineData("28 Sep 2020 11:15 (Cairo Local Time)", "Africa/Cairo")]
    [InlineData("28 Sep 2020 11:15 Europe/Berlin", "Europe/Berlin")]
    [InlineData("28 Sep 2020 11:15 America/New_York", "America/New_York")]
    [InlineData("28 سبتمبر 2020 11:15 بتوقيت القدس", "Asia/Jerusalem")]
    [InlineData("28 سبتمبر 2020 11:15 بتوقيت القدس +2GMT", "+02:00")]
    [InlineData("28 سبتمبر 2020 11:15 بتوقيت مكة المكرمة", "Asia/Riyadh")]
    [InlineData("28 سبتمبر 2020 11:15 بتوقيت غرينتش", "UTC")]
    [InlineData("28 Sep 2020 - 11:15", null)]
    [InlineData("11:15 - 28 Sep 2020", null)]
    [InlineData("28 Sep 2020 11:15 local time", null)]
    public void A_printed_zone_is_known(string line, string? zone)
    {
        var read = DateLine.TryRead(line);

        Assert.Equal("2020-09-28 11:15", Shown(read));
        Assert.Equal(zone, read!.Zone);
        Assert.Equal(0, read.WordsLeft);
    }

    [Theory]
    [InlineData("31 June 2020")]
    [InlineData("30/02/2020")]
    [InlineData("2020-13-45")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("29 February 2021")]
    [InlineData("28 Sep 2020 25:10")]
    [InlineData("28 Sep 2020 24:00")]
    [InlineData("28 Sep 2020 13:05 AM")]
    [InlineData("31 نوفمبر 2020")]
    public void An_impossible_date_is_a_date_line_without_a_date(string line)
    {
        var read = DateLine.TryRead(line);

        Assert.NotNull(read);
        Assert.True(read.IsImpossible);
        Assert.Null(read.Date);
        Assert.Null(read.Time);
    }

    [Theory]
    [InlineData("12/03/2021", "2021-03-12", true)]
    [InlineData("13/03/2021", "2021-03-13", false)]
    [InlineData("03/13/2021", "2021-03-13", false)]
    [InlineData("03/03/2021", "2021-03-03", false)]
    [InlineData("25/12/20", "2020-12-25", true)]
    [InlineData("25 Dec 99", "1999-12-25", true)]
    [InlineData("25 Dec '20 11:15", "2020-12-25 11:15", true)]
    public void Day_comes_first_unless_it_cannot(string line, string expected, bool isAssumed)
    {
        var read = DateLine.TryRead(line);

        Assert.Equal(expected, Shown(read));
        Assert.Equal(isAssumed, read!.IsOrderAssumed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Will U.S. Really Plan to Withdraw Its Embassy from Iraq?")]
    [InlineData("Five things that changed since the attacks of September 11, 2001")]
    [InlineData("LONDON, Sept 28 (Reuters) – Text")]
    [InlineData("28 September")]
    [InlineData("28 Sep 11:15")]
    [InlineData("Call 02-25-78 or 010 20 30")]
    [InlineData("26 رمضان 1447 هـ")]
    [InlineData("1447/9/26 هـ")]
    [InlineData("11:06 PM")]
    [InlineData("٢٠٢٠")]
    [InlineData("TUESDAY, SEPTEMBER 12, 2017 THULHIJJA 21, 1438 AH Min 26º Max 45º")]
    [InlineData("28 Sep 2020 is the day on which the paper printed a very long line about its own date line")]
    public void Anything_else_is_no_date_line(string line) => Assert.Null(DateLine.TryRead(line));

    [Theory]
    [InlineData("Cairo 28 Sep 2020", 1)]
    [InlineData("The Cairo Post 28 Sep 2020", 3)]
    [InlineData("Cairo, Egypt — 28 Sep 2020 11:15", 2)]
    public void Two_words_may_be_left(string line, int words) => Assert.Equal(words <= 2 ? words : null, DateLine.TryRead(line)?.WordsLeft);

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    [InlineData("en-GB")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("2020-09-28 11:15", Shown(DateLine.TryRead("MON 28 SEP 2020 | 11:15 AM")));
            Assert.Equal("2020-04-15 23:15", Shown(DateLine.TryRead("FRIDAY, APRIL 15, 2020 11:15 PM")));
            Assert.Equal("2020-09-28 16:15", Shown(DateLine.TryRead("٢٨ سبتمبر ٢٠٢٠ ٠٤:١٥ م")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_hijri_date_beside_the_date_is_noticed()
    {
        Assert.True(DateLine.TryRead("TUESDAY, SEPTEMBER 12, 2017 THULHIJJA 21, 1438 AH") is { IsHijriTailed: true, WordsLeft: 0, Weekday: DayOfWeek.Tuesday });
        Assert.False(DateLine.TryRead("TUESDAY, SEPTEMBER 12, 2017")!.IsHijriTailed);
    }

    [Fact]
    public void A_time_and_a_date_on_neighbouring_lines_are_joined()
    {
        var time = DateLine.TryRead("11:06 PM", timeOnlyAllowed: true);
        var date = DateLine.TryRead("Sunday 17 October 2021", timeOnlyAllowed: true);

        Assert.NotNull(time);
        Assert.NotNull(date);
        Assert.Null(time.Date);
        Assert.False(time.IsImpossible);
        var joined = DateLine.Join(date, time);
        Assert.Equal("2021-10-17 23:06", Shown(joined));
        Assert.Equal("Sunday 17 October 2021 11:06 PM", joined.Printed);
    }

    [Theory]
    [InlineData("At 11:06 PM they left")]
    [InlineData("Books at 10")]
    [InlineData("10")]
    public void A_line_with_a_time_and_words_is_no_time_line(string line) => Assert.Null(DateLine.TryRead(line, timeOnlyAllowed: true));

    [Fact]
    public void An_impossible_time_spoils_the_date_it_is_joined_to()
    {
        var joined = DateLine.Join(DateLine.TryRead("17 October 2021")!, DateLine.TryRead("27:06", timeOnlyAllowed: true)!);

        Assert.True(joined is { IsImpossible: true, Date: null, Time: null });
    }

    private static string? Shown(DateLine? line) => line?.Date is not { } date
        ? null
        : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + line switch
        {
            { Time: null } => "",
            { HasSeconds: true } => line.Time.Value.ToString(" HH:mm:ss", CultureInfo.InvariantCulture),
            _ => line.Time.Value.ToString(" HH:mm", CultureInfo.InvariantCulture),
        };
}
