using System.Globalization;
using Cms.Content.Sources;

namespace Cms.Content.Dates;

/// <summary>Turns a printed date into an instant.</summary>
public static class DateReckoning
{
    /// <summary>Reckons the instant of a date line in its printed zone, or in the publication's where it prints none.</summary>
    /// <param name="line">The line as read.</param>
    /// <param name="lineNumber">Its 1-based number in the original file, for the warnings.</param>
    /// <param name="context">The publication's zone, and the clock that tells the future.</param>
    public static ReckonedDate Reckon(DateLine line, int lineNumber, ReadingContext context)
    {
        var warnings = new List<SourceWarning>();
        if (line.Date is not { } date)
        {
            Warn("W_BAD_DATE", $"Expected a day of the calendar, found {Shortened(line.Printed)}; the story waits as a draft.");
            return new ReckonedDate { HeldAsDraft = true, Warnings = warnings };
        }
        var printedZone = line.Zone is null ? null : ZoneOf(line.Zone);
        var zone = printedZone ?? context.TimeZone;
        var zoneName = printedZone is null ? context.TimeZone.Id : line.Zone!;
        if (printedZone is null) Warn("W_ZONE_ASSUMED", $"The page prints no time zone; {zoneName} was assumed.");

        var wallClock = WallClock.At(date.ToDateTime(line.Time ?? TimeOnly.MinValue), zone);
        if (line.Time is not null && wallClock.Note is { } note) Warn("W_DST", note);
        if (line.Weekday is { } weekday && weekday != date.DayOfWeek)
        {
            Warn("W_WEEKDAY", string.Create(CultureInfo.InvariantCulture, $"The page prints {weekday}, but {date:yyyy-MM-dd} is a {date.DayOfWeek}."));
        }
        if (line.IsOrderAssumed)
        {
            Warn("W_DATE_ORDER", string.Create(
                CultureInfo.InvariantCulture, $"{Shortened(line.Printed)} can be read in two ways; it was read as {date:yyyy-MM-dd}."));
        }
        var isFuture = wallClock.Instant - context.Now > TimeSpan.FromDays(1);
        if (isFuture) Warn("W_FUTURE", $"{Shortened(line.Printed)} lies in the future; the story waits as a draft.");

        var precision = line.Time is null ? "day" : line.HasSeconds ? "second" : "minute";
        var reckoned = new PrintedDate
        {
            Printed = line.Printed,
            Local = wallClock.Local,
            Instant = wallClock.Instant,
            Precision = precision,
            TimeZone = zoneName,
            TimeZoneAssumed = printedZone is null,
        };
        return new ReckonedDate { Date = reckoned, HeldAsDraft = isFuture, Warnings = warnings };

        void Warn(string code, string detail) => warnings.Add(new SourceWarning(code, lineNumber, detail));
    }

    private static string Shortened(string printed) => printed.Length <= 80 ? printed : printed[..79] + "…";

    // Read by hand: an offset is no zone of the system's data.
    private static TimeZoneInfo? ZoneOf(string zone)
    {
        if (zone[0] is '+' or '-')
        {
            var offset = TimeSpan.ParseExact(zone[1..], @"hh\:mm", CultureInfo.InvariantCulture);
            return TimeZoneInfo.CreateCustomTimeZone(zone, zone[0] == '-' ? -offset : offset, zone, zone);
        }
        return zone == "UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
    }
}
