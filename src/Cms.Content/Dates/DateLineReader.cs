using Cms.Content.Text;

namespace Cms.Content.Dates;

/// <summary>Takes what is known from a line, piece by piece, until hardly a word is left or the line proves to be something else.</summary>
internal static class DateLineReader
{
    private const int MostWordsLeft = 2;

    private static readonly PhraseTable<bool> Labels = new(
        (false, "published|published on|published at|first published|published date|publish date|publication date|date published|posted|posted on"),
        (false, "posted at|date posted|created|created on|issued|issued on|date"),
        (true, "updated|updated on|updated at|last updated|last updated on|last updated at|last update|update|modified|modified on|last modified"),
        (true, "last modified on|last edited|edited|date modified|date updated|latest update"),
        (false, "نشر|نشر في|نشر يوم|نشر بتاريخ|نشرت|نشرت في|تم النشر|تم النشر في|تاريخ النشر|تاريخ الإضافة|تاريخ|وقت النشر|أضيف في|أضيف بتاريخ"),
        (true, "آخر تحديث|آخر تحديث في|آخر تحديث للخبر|تم التحديث|تم التحديث في|تاريخ التحديث|تحديث|حدث في|آخر تعديل|تاريخ التعديل|تم التعديل|عدل في"));

    private static readonly HashSet<string> Connectors =
        ["on", "at", "the", "from", "في", "فى", "يوم", "الساعه", "بتاريخ", "تمام", "عند", "الموافق", "موافق", "من"];

    private static readonly HashSet<string> Eras = ["م", "ميلادي", "ميلاديه", "ad", "ce"];

    /// <summary>The date line; null where the line is none.</summary>
    public static DateLine? Read(string line, bool timeOnlyAllowed)
    {
        var stored = line.Length <= DateLine.MaxLength * 4 ? Normalization.ForStoring(line) : "";
        if (stored.Length is 0 or > DateLine.MaxLength || !stored.Any(char.IsDigit)) return null;

        var scan = new DateScan(stored);
        var isHijriTailed = TakeHijri(scan);
        var day = TakeDay(scan, false) ?? TakeDay(scan, true);
        if (day is null && !timeOnlyAllowed) return null;
        var clock = TakeClock(scan);
        if (day is null && clock is null) return null;

        var zone = ZonePattern.Take(scan);
        var weekday = TakeWeekday(scan);
        var label = TakeLabel(scan);
        TakeConnectors(scan);
        var wordsLeft = scan.WordsLeft();
        if (wordsLeft > (day is null ? 0 : MostWordsLeft)) return null;

        var isImpossible = (day is not null && day.Date is null) || (clock is not null && clock.Time is null);
        return new DateLine
        {
            Date = isImpossible ? null : day?.Date,
            Time = isImpossible ? null : clock?.Time,
            HasSeconds = clock is { HasSeconds: true },
            Weekday = weekday,
            Zone = zone,
            IsUpdate = label.IsUpdate,
            IsImpossible = isImpossible,
            IsOrderAssumed = day is { IsGuessed: true, Date: not null },
            IsHijriTailed = isHijriTailed,
            Printed = stored[label.End..].Trim(),
            WordsLeft = wordsLeft,
        };
    }

    private static bool TakeHijri(DateScan scan)
    {
        var isFound = false;
        foreach (var position in scan)
        {
            if (DayPattern.HijriEnd(scan, position) is not { } end) continue;
            scan.Use(position, end);
            isFound = true;
        }
        return isFound;
    }

    private static DayPattern? TakeDay(DateScan scan, bool isShortYear)
    {
        foreach (var position in scan)
        {
            if (scan.IsUsed(position) || DayPattern.At(scan, position, isShortYear) is not { } day) continue;
            var end = scan.IsFree(day.End, DateTokenKind.Word) && Eras.Contains(scan[day.End].Fold) ? day.End + 1 : day.End;
            // The `T` of ISO 8601 stands between a date and its time.
            if (scan.IsWord(end, "t") && scan.IsGlued(end) && scan.IsGlued(end + 1) && scan.IsNumber(end + 1, 2, 2)) end++;
            scan.Use(position, end);
            return day;
        }
        return null;
    }

    private static ClockPattern? TakeClock(DateScan scan)
    {
        foreach (var isHourEnough in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var position in scan)
            {
                if (scan.IsUsed(position) || ClockPattern.At(scan, position, isHourEnough) is not { } clock) continue;
                // The `Z` of ISO 8601 is left for the zone.
                scan.Use(position, clock.End);
                return clock;
            }
        }
        return null;
    }

    private static DayOfWeek? TakeWeekday(DateScan scan)
    {
        foreach (var position in scan)
        {
            if (!CalendarNames.Weekdays.TryFind(scan, position, out var weekday, out var end)) continue;
            scan.Use(position, end);
            return weekday;
        }
        return null;
    }

    // Only a label that opens the line is cut from what is printed; further in, the words around it say whose date it is.
    private static (bool IsUpdate, int End) TakeLabel(DateScan scan)
    {
        var first = scan.AfterMarks(0);
        foreach (var position in scan)
        {
            if (!Labels.TryFind(scan, position, out var isUpdate, out var end)) continue;
            scan.Use(position, end);
            if (position != first) return (isUpdate, 0);
            var next = scan.AfterMarks(end);
            return (isUpdate, next < scan.Count ? scan[next].Start : scan.Line.Length);
        }
        return (false, 0);
    }

    private static void TakeConnectors(DateScan scan)
    {
        for (var position = scan.Count - 1; position >= 0; position--)
        {
            var isConnector = scan.IsFree(position, DateTokenKind.Word) && Connectors.Contains(scan[position].Fold);
            if (isConnector && (scan.IsUsed(position - 1) || scan.IsUsed(scan.AfterMarks(position + 1)))) scan.Use(position, position + 1);
        }
    }
}
