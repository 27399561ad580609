using Cms.Content.Sources;

namespace Cms.Content.Dates;

/// <summary>Turns a printed date into an instant.</summary>
public static class DateReckoning
{
    /// <summary>Reckons the instant of a date line in its printed zone, or in the publication's where it prints none.</summary>
    public static ReckonedDate Reckon(DateLine line, int lineNumber, ReadingContext context)
    {
        if (line.Date is not { } date)
        {
            return new ReckonedDate { HeldAsDraft = true, Warnings = [new SourceWarning("W_BAD_DATE", lineNumber, "No such date.")] };
        }
        var local = date.ToDateTime(line.Time ?? TimeOnly.MinValue);
        return new ReckonedDate
        {
            Date = new PrintedDate
            {
                Printed = line.Printed,
                Local = local,
                Instant = new DateTimeOffset(local, context.TimeZone.GetUtcOffset(local)).ToUniversalTime(),
                Precision = line.Time is null ? "day" : line.HasSeconds ? "second" : "minute",
                TimeZone = context.TimeZone.Id,
                TimeZoneAssumed = true,
            },
            Warnings = [new SourceWarning("W_ZONE_ASSUMED", lineNumber, "The page prints no time zone.")],
        };
    }
}

/// <summary>A reckoned date and what there is to say about it.</summary>
public sealed record ReckonedDate
{
    /// <summary>The date; null when the page prints an impossible one.</summary>
    public PrintedDate? Date { get; init; }

    /// <summary>True when a person must look at the date before the story is published.</summary>
    public bool HeldAsDraft { get; init; }

    /// <summary>What was noticed.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];
}
