namespace Cms.Content.Dates;

/// <summary>A time on the clocks of a zone and the instant that it means.</summary>
/// <param name="Local">The time that the clocks showed: the one asked for, or the later one where they skipped it.</param>
/// <param name="Instant">The instant, UTC.</param>
/// <param name="Note">What was odd about it; null when nothing was.</param>
internal sealed record WallClock(DateTime Local, DateTimeOffset Instant, string? Note)
{
    /// <summary>The first instant at which the clocks showed the time; where they skipped it, the instant as far behind the jump.</summary>
    public static WallClock At(DateTime local, TimeZoneInfo zone)
    {
        // The offsets a day earlier and later are those on both sides of any change of the clocks in between.
        var before = OffsetAt(local, TimeSpan.FromDays(-1), zone);
        var after = OffsetAt(local, TimeSpan.FromDays(1), zone);
        var first = ToUtc(local, before);
        if (before == after) return new WallClock(local, first, null);

        var second = ToUtc(local, after);
        var isFirst = zone.GetUtcOffset(first) == before;
        var isSecond = zone.GetUtcOffset(second) == after;
        if (isFirst && isSecond) return new WallClock(local, first, $"The clocks of {zone.Id} showed this time twice; the first was taken.");
        if (isFirst) return new WallClock(local, first, null);
        if (isSecond) return new WallClock(local, second, null);
        return new WallClock(local + (after - before), first, $"The clocks of {zone.Id} skipped this time; it was moved forward.");
    }

    private static TimeSpan OffsetAt(DateTime local, TimeSpan distance, TimeZoneInfo zone)
    {
        var ticks = Math.Clamp(local.Ticks + distance.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc));
    }

    private static DateTimeOffset ToUtc(DateTime local, TimeSpan offset) =>
        new(Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
