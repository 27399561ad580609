using System.Globalization;

namespace Cms.Content.Dates;

/// <summary>Finds the time zone that a line prints, and marks its tokens as understood.</summary>
internal static class ZonePattern
{
    /// <summary>The offset or the named zone of the line; an offset wins. Null where the line prints none.</summary>
    /// <param name="scan">The line, its date and time already understood.</param>
    public static string? Take(DateScan scan)
    {
        string? offset = null, named = null;
        foreach (var position in scan)
        {
            if (offset is null && OffsetAt(scan, position) is { } found)
            {
                offset = found.Zone;
                scan.Use(position, found.End);
            }
        }
        foreach (var position in scan)
        {
            if (NamedAt(scan, position) is not { } found) continue;
            named ??= found.Zone;
            scan.Use(position, found.End);
        }
        return offset ?? named;
    }

    // `+02:00`, `+0200`, `+2GMT`, `GMT-5`. A minus is an offset only where it cannot be a dash.
    private static (string Zone, int End)? OffsetAt(DateScan scan, int position)
    {
        var isMinus = scan.IsMark(position, "-−–");
        if (scan.IsUsed(position) || (!isMinus && !scan.IsMark(position, "+"))) return null;
        if (!scan.IsGlued(position + 1) || !scan.IsNumber(position + 1, 1, 4)) return null;
        var digits = scan[position + 1];
        var hours = digits.Length <= 2 ? digits.Value : digits.Value / 100;
        var minutes = digits.Length <= 2 ? 0 : digits.Value % 100;
        var end = position + 2;
        var isFull = digits.Length == 4;
        if (digits.Length <= 2 && scan.IsMark(end, ":") && scan.IsNumber(end + 1, 2, 2))
        {
            minutes = scan[end + 1].Value;
            end += 2;
            isFull = true;
        }
        var isOfGreenwich = scan.IsWord(position - 1, "gmt") || scan.IsWord(position - 1, "utc") || scan.IsWord(end, "gmt") || scan.IsWord(end, "utc");
        var followsTime = scan.IsUsed(position - 1) && isFull && (scan.IsGlued(position) || digits.Length == 4);
        if (isMinus && !isOfGreenwich && !followsTime) return null;
        if (hours > 14 || minutes > 59) return null;
        return (string.Create(CultureInfo.InvariantCulture, $"{(isMinus ? '-' : '+')}{hours:00}:{minutes:00}"), end);
    }

    private static (string? Zone, int End)? NamedAt(DateScan scan, int position)
    {
        if (IanaAt(scan, position) is { } iana) return iana;
        if (!scan.IsFree(position, DateTokenKind.Word)) return null;
        if (scan.IsWord(position, "z") && scan.IsGlued(position) && scan.IsUsed(position - 1)) return ("UTC", position + 1);
        if (scan[position].Fold is "بتوقيت" or "توقيت" or "بالتوقيت" or "التوقيت")
        {
            if (ZoneNames.Places.TryFind(scan, position + 1, out var place, out var end)) return (place, end);
            return scan.IsWord(position + 1, "المحلي") ? (null, position + 2) : null;
        }
        if (ZoneNames.Places.TryFind(scan, position, out var city, out var behind))
        {
            var time = scan.IsWord(behind, "local") || scan.IsWord(behind, "standard") ? behind + 1 : behind;
            if (scan.IsWord(time, "time")) return (city, time + 1);
        }
        if (scan.IsWord(position, "local") && scan.IsWord(position + 1, "time")) return (null, position + 2);
        return ZoneNames.Abbreviations.TryFind(scan, position, out var zone, out var abbreviation) && IsBesideTime(scan, position)
            ? (zone, abbreviation)
            : null;
    }

    // `PT` or `ET` elsewhere on a line is somebody's initials.
    private static bool IsBesideTime(DateScan scan, int position)
    {
        var before = position - 1;
        while (scan.IsMark(before, "(|,")) before--;
        return scan.IsUsed(before);
    }

    private static (string? Zone, int End)? IanaAt(DateScan scan, int position)
    {
        if (!scan.IsFree(position, DateTokenKind.Word) || !scan.IsMark(position + 1, "/") || !scan.IsFree(position + 2, DateTokenKind.Word)) return null;
        var end = position + 3;
        while (scan.IsMark(end, "_") && scan.IsFree(end + 1, DateTokenKind.Word)) end += 2;
        var name = scan.Line[scan[position].Start..(scan[end - 1].Start + scan[end - 1].Length)];
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? (name, end) : null;
    }
}
