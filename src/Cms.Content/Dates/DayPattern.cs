namespace Cms.Content.Dates;

/// <summary>A day in numbers or with the name of its month, found on a line.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Month">The printed month, which may not exist.</param>
/// <param name="Day">The printed day, which may not exist.</param>
/// <param name="IsGuessed">True when the order of day and month, or the century, is not certain.</param>
/// <param name="End">The position behind the last token.</param>
internal sealed record DayPattern(int Year, int Month, int Day, bool IsGuessed, int End)
{
    private const string Dividers = "/-.\\–‐‑−⁄";
    private const string Loose = "/-.,،–‐‑−";

    /// <summary>The calendar day; null when there is none of these numbers.</summary>
    public DateOnly? Date =>
        Year is >= 1000 and <= 2999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month)
            ? new DateOnly(Year, Month, Day)
            : null;

    /// <summary>The day that begins at a token, with its year in full or in two digits.</summary>
    public static DayPattern? At(DateScan scan, int start, bool isShortYear)
    {
        // The minutes of `05:06 - 22-01-2018` begin no date.
        if (scan.IsAfterColon(start)) return null;
        var found = isShortYear
            ? DayMonthName(scan, start, true) ?? MonthNameDay(scan, start, true) ?? Numeric(scan, start, true)
            : YearFirst(scan, start) ?? DayMonthName(scan, start, false) ?? MonthNameDay(scan, start, false) ?? Numeric(scan, start, false);
        return found is not null && !RunsOn(scan, found.End) ? found : null;
    }

    /// <summary>A day of the Hijri calendar that begins at a token: where it ends; null when there is none.</summary>
    public static int? HijriEnd(DateScan scan, int start)
    {
        if (scan.IsNumber(start, 1, 2))
        {
            var month = scan.IsWord(start + 1, "من") ? start + 2 : start + 1;
            if (CalendarNames.HijriMonths.TryFind(scan, month, out _, out var behind))
            {
                var year = scan.IsMark(behind, Loose) ? behind + 1 : behind;
                return HijriEra(scan, scan.IsNumber(year, 4, 4) ? year + 1 : behind);
            }
        }
        if (CalendarNames.HijriMonths.TryFind(scan, start, out _, out var day)
            && scan.IsNumber(day, 1, 2) && !scan.IsMark(day + 1, ":"))
        {
            var year = scan.IsMark(day + 1, Loose) ? day + 2 : day + 1;
            return HijriEra(scan, scan.IsNumber(year, 4, 4) ? year + 1 : day + 1);
        }
        if ((Numeric(scan, start, false) ?? YearFirst(scan, start)) is not { } numbers) return null;
        var era = HijriEra(scan, numbers.End);
        return era > numbers.End ? era : null;
    }

    private static int HijriEra(DateScan scan, int position) =>
        scan.IsWord(position, "ه") || scan.IsWord(position, "هجري") || scan.IsWord(position, "هجريه") || scan.IsWord(position, "ah")
            ? position + 1
            : position;

    private static DayPattern? DayMonthName(DateScan scan, int start, bool isShortYear)
    {
        if (!scan.IsNumber(start, 1, 2)) return null;
        var position = AfterOrdinal(scan, start + 1);
        position = scan.IsWord(position, "of") || scan.IsWord(position, "من") ? position + 1 : AfterOne(scan, position, Loose);
        return MonthName(scan, position) is { } month && YearAt(scan, month.End, isShortYear) is { } year
            ? new DayPattern(year.Value, month.Number, scan[start].Value, isShortYear, year.End)
            : null;
    }

    private static DayPattern? MonthNameDay(DateScan scan, int start, bool isShortYear)
    {
        if (MonthName(scan, start) is not { } month) return null;
        var day = AfterOne(scan, month.End, Loose);
        return scan.IsNumber(day, 1, 2) && YearAt(scan, AfterOrdinal(scan, day + 1), isShortYear) is { } year
            ? new DayPattern(year.Value, month.Number, scan[day].Value, isShortYear, year.End)
            : null;
    }

    private static DayPattern? YearFirst(DateScan scan, int start)
    {
        if (!scan.IsNumber(start, 4, 4)) return null;
        if (scan.IsMark(start + 1, Dividers) && scan.IsMark(start + 3, scan[start + 1].Fold)
            && scan.IsNumber(start + 2, 1, 2) && scan.IsNumber(start + 4, 1, 2))
        {
            return new DayPattern(scan[start].Value, scan[start + 2].Value, scan[start + 4].Value, false, start + 5);
        }
        if (MonthName(scan, AfterOne(scan, start + 1, Loose)) is not { } month) return null;
        var day = AfterOne(scan, month.End, Loose);
        var isDay = scan.IsNumber(day, 1, 2) && !scan.IsMark(day + 1, ":");
        return isDay ? new DayPattern(scan[start].Value, month.Number, scan[day].Value, false, day + 1) : null;
    }

    private static DayPattern? Numeric(DateScan scan, int start, bool isShortYear)
    {
        if (!scan.IsNumber(start, 1, 2) || !scan.IsMark(start + 1, Dividers) || !scan.IsNumber(start + 2, 1, 2)
            || !scan.IsMark(start + 3, scan[start + 1].Fold) || !scan.IsNumber(start + 4, isShortYear ? 2 : 4, isShortYear ? 2 : 4))
        {
            return null;
        }
        int first = scan[start].Value, second = scan[start + 2].Value;
        var (day, month) = second > 12 && first <= 12 ? (second, first) : (first, second);
        var year = isShortYear ? Century(scan[start + 4].Value) : scan[start + 4].Value;
        var isOpen = first <= 12 && second <= 12 && first != second;
        var found = new DayPattern(year, month, day, isShortYear || isOpen, start + 5);
        // Three short numbers that are no day are a telephone number or a score.
        return isShortYear && found.Date is null ? null : found;
    }

    private static (int Number, int End)? MonthName(DateScan scan, int start)
    {
        if (!CalendarNames.Months.TryFind(scan, start, out var number, out var end)) return null;
        if (scan.IsMark(end, ".")) end++;
        // The same month under its other name: `مايو (أيار)`, `أيار/مايو`.
        var isBracketed = scan.IsMark(end, "(");
        if ((isBracketed || scan.IsMark(end, "/-"))
            && CalendarNames.Months.TryFind(scan, end + 1, out var again, out var behind) && again == number
            && (!isBracketed || scan.IsMark(behind, ")")))
        {
            end = isBracketed ? behind + 1 : behind;
        }
        return (number, end);
    }

    private static (int Value, int End)? YearAt(DateScan scan, int start, bool isShortYear)
    {
        var position = AfterOne(scan, start, Loose);
        if (!isShortYear) return scan.IsNumber(position, 4, 4) ? (scan[position].Value, position + 1) : null;
        position = AfterOne(scan, position, "'’");
        var isTime = scan.IsMark(position + 1, ":.٫") && scan.IsNumber(position + 2, 2, 2);
        if (!scan.IsNumber(position, 2, 2) || isTime || CalendarNames.Halves.TryFind(scan, position + 1, out _, out _)) return null;
        return (Century(scan[position].Value), position + 1);
    }

    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static int AfterOne(DateScan scan, int position, string marks) => scan.IsMark(position, marks) ? position + 1 : position;

    private static int AfterOrdinal(DateScan scan, int position) =>
        scan.IsGlued(position) && scan.IsFree(position, DateTokenKind.Word) && scan[position].Fold is "st" or "nd" or "rd" or "th"
            ? position + 1
            : position;

    private static bool RunsOn(DateScan scan, int end) =>
        scan.IsMark(end, Dividers) && scan.IsGlued(end) && scan.IsGlued(end + 1) && scan.IsNumber(end + 1, 1, 4);
}
