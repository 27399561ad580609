namespace Cms.Content.Dates;

/// <summary>A time of day found on a line.</summary>
/// <param name="Time">The time; null when there is none of these numbers.</param>
/// <param name="HasSeconds">True when seconds are printed.</param>
/// <param name="End">The position behind the last token.</param>
internal sealed record ClockPattern(TimeOnly? Time, bool HasSeconds, int End)
{
    /// <summary>The time that begins at a token, with or without minutes.</summary>
    public static ClockPattern? At(DateScan scan, int start, bool isHourEnough)
    {
        if (!scan.IsNumber(start, 1, 2) || scan.IsAfterColon(start)) return null;
        var hour = scan[start].Value;
        int minute = 0, second = 0;
        var position = start + 1;
        var hasSeconds = false;
        if (DividerEnd(scan, position) is { } minutes && scan.IsNumber(minutes, 2, 2))
        {
            minute = scan[minutes].Value;
            position = minutes + 1;
            if (scan.IsMark(position, ":") && scan.IsNumber(position + 1, 2, 2))
            {
                hasSeconds = true;
                second = scan[position + 1].Value;
                position += 2;
                if (scan.IsMark(position, ".,") && scan.IsGlued(position) && scan.IsGlued(position + 1) && scan.IsNumber(position + 1, 1, 9)) position += 2;
            }
        }
        else if (!isHourEnough) return null;

        var hasHalf = CalendarNames.Halves.TryFind(scan, position, out var half, out var behind);
        if (!hasHalf && position == start + 1) return null;
        if (hasHalf) position = scan.IsMark(behind, ".") ? behind + 1 : behind;
        var hours = hasHalf ? OnFullClock(hour, half) : hour;
        var isReal = hours is >= 0 and <= 23 && minute <= 59 && second <= 59;
        return new ClockPattern(isReal ? new TimeOnly(hours, minute, second) : null, hasSeconds, position);
    }

    // `11:15`, `11.15`, and the French `11h15`.
    private static int? DividerEnd(DateScan scan, int position)
    {
        if (scan.IsMark(position, ":") || (scan.IsMark(position, ".٫") && scan.IsGlued(position) && scan.IsGlued(position + 1))) return position + 1;
        return scan.IsWord(position, "h") && scan.IsGlued(position) && scan.IsGlued(position + 1) ? position + 1 : null;
    }

    // Sites that print `13:05 PM` mean it; `13:05 AM` and `00:30 PM` contradict themselves.
    private static int OnFullClock(int hour, DayHalf half)
    {
        if (half == DayHalf.Night) half = hour is >= 6 and <= 11 or > 12 ? DayHalf.Afternoon : DayHalf.Morning;
        return half switch
        {
            DayHalf.Morning => hour == 12 ? 0 : hour < 12 ? hour : -1,
            _ => hour == 0 ? -1 : hour < 12 ? hour + 12 : hour,
        };
    }
}
