namespace Cms.Content.Dates;

/// <summary>A line that says when a story was published or changed, and hardly anything else.</summary>
public sealed record DateLine
{
    /// <summary>The longest line that is taken for a date line, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>The day; null when the line prints an impossible one, or only a time.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The time of day; null when the line prints none.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>True when the time is printed to the second.</summary>
    public bool HasSeconds { get; init; }

    /// <summary>The weekday as printed, which may disagree with the date.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The IANA name or the offset (`+02:00`) of the printed zone; null when none is printed.</summary>
    public string? Zone { get; init; }

    /// <summary>True when the line says that the story was changed, not published.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>True when the printed numbers name no day of the calendar, or no time of the day.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>True when day and month, or the century, had to be guessed.</summary>
    public bool IsOrderAssumed { get; init; }

    /// <summary>True when a date of the Hijri calendar stands beside the date.</summary>
    public bool IsHijriTailed { get; init; }

    /// <summary>The text without its prefix.</summary>
    public required string Printed { get; init; }

    /// <summary>How many words are left when everything known is taken away.</summary>
    public int WordsLeft { get; init; }

    /// <summary>Reads a line's stored text; null when it is no date line.</summary>
    /// <param name="line">The line as it is stored.</param>
    /// <param name="timeOnlyAllowed">Whether a line that prints a time and no date is taken, to be joined with its neighbour.</param>
    public static DateLine? TryRead(string line, bool timeOnlyAllowed = false) => DateLineReader.Read(line, timeOnlyAllowed);

    /// <summary>One date line of two neighbours, of which one has the date and the other the time.</summary>
    public static DateLine Join(DateLine date, DateLine time)
    {
        var isImpossible = date.IsImpossible || time.IsImpossible;
        return date with
        {
            Date = isImpossible ? null : date.Date ?? time.Date,
            Time = isImpossible ? null : time.Time ?? date.Time,
            HasSeconds = time.Time is null ? date.HasSeconds : time.HasSeconds,
            Weekday = date.Weekday ?? time.Weekday,
            Zone = time.Zone ?? date.Zone,
            IsUpdate = date.IsUpdate || time.IsUpdate,
            IsImpossible = isImpossible,
            IsHijriTailed = date.IsHijriTailed || time.IsHijriTailed,
            Printed = $"{date.Printed} {time.Printed}".Trim(),
            WordsLeft = date.WordsLeft + time.WordsLeft,
        };
    }
}
