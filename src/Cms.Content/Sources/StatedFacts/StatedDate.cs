using System.Globalization;
using System.Text.RegularExpressions;
using Cms.Content.Dates;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Dates that are written for machines: ISO 8601 with and without time, offset and fraction; other forms as pages print them.</summary>
internal static partial class StatedDate
{
    private const int FirstYear = 1500;
    private const int LastYear = 2500;

    // What programs write for "no date".
    private static readonly string[] Zero = ["0001-01-01", "0000-00-00", "-0001-11-30"];

    /// <summary>The date line that the text amounts to; null where it says that there is no date.</summary>
    public static DateLine? Read(StatedValue? stated)
    {
        if (stated?.Stored is not { } text || Array.Exists(Zero, zero => text.StartsWith(zero, StringComparison.Ordinal))) return null;
        var iso = Iso().Match(text);
        return iso.Success ? Of(iso, text) : DateLine.TryRead(text) ?? new DateLine { Printed = text, IsImpossible = true };
    }

    private static DateLine Of(Match iso, string text)
    {
        int Number(string group) => int.Parse(iso.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var line = new DateLine { Printed = text };
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return line with { IsImpossible = true };
        }
        line = line with { Date = new DateOnly(year, month, day) };
        if (!iso.Groups["hour"].Success) return line;

        var hasSeconds = iso.Groups["second"].Success;
        var (hour, minute, second) = (Number("hour"), Number("minute"), hasSeconds ? Number("second") : 0);
        var zone = ZoneOf(iso.Groups["zone"].Value);
        return hour > 23 || minute > 59 || second > 59 || zone is null
            ? line with { Date = null, IsImpossible = true }
            : line with { Time = new TimeOnly(hour, minute, second), HasSeconds = hasSeconds, Zone = zone.Length == 0 ? null : zone };
    }

    // Empty where none is written, null for an offset that no clock has.
    private static string? ZoneOf(string written)
    {
        if (written.Length == 0) return "";
        if (written[0] is not ('+' or '-')) return "UTC";
        var hours = int.Parse(written.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = written.Length > 3 ? int.Parse(written.AsSpan(written.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return hours * 60 + minutes > 14 * 60 || minutes > 59
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{written[0]}{hours:00}:{minutes:00}");
    }

    [GeneratedRegex(
        """
        \A(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})
        (?:[Tt\ ]\ ?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?
        (?:\ ?(?<zone>[Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?)?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();
}
