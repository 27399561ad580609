using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Http.Queries;

/// <summary>A point in time as a caller names it: an instant, or a date that a zone turns into one.</summary>
internal readonly partial record struct DateOrInstant(DateTimeOffset? Instant, DateOnly? Date)
{
    /// <summary>Reads RFC 3339, strictly: a date alone, or date and time with an offset.</summary>
    public static bool TryParse(string text, out DateOrInstant value)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            value = new(null, date);
            return true;
        }

        var isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && Rfc3339().IsMatch(text);
        value = isInstant ? new(instant.ToUniversalTime(), null) : default;
        return isInstant;
    }

    /// <summary>Reads text that strict binding has checked already.</summary>
    public static DateOrInstant? Parse(string? text) => text is not null && TryParse(text, out var value) ? value : null;

    /// <summary>The instant: a date alone is 00:00 in the zone, or the first moment after a skipped midnight.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        if (Instant is { } instant)
        {
            return instant;
        }

        var midnight = Date!.Value.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        // The first and the last days of the calendar have no room for an offset.
        var ticks = Math.Clamp(midnight.Ticks - offset.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,7})?([Zz]|[+-]\d{2}:\d{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Rfc3339();
}
