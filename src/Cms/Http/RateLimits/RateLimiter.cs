using System.Collections.Concurrent;

namespace Cms.Http.RateLimits;

/// <summary>Counts requests per caller in windows of fixed length. All callers share the windows, so that a window's end frees all memory.</summary>
internal sealed class RateLimiter(int quota, TimeSpan window, TimeProvider clock)
{
    /// <summary>Callers with a counter of their own; beyond, they share counters, so that many addresses cannot fill the memory.</summary>
    public const int OwnCounters = 50_000;

    private const int SharedCounters = 4096;

    private readonly Lock turning = new();
    private Window current = new(long.MinValue);

    /// <summary>How many requests a caller has in one window.</summary>
    public int Quota => quota;

    /// <summary>The window's length in seconds.</summary>
    public int Seconds => (int)window.TotalSeconds;

    /// <summary>Counts a request.</summary>
    public Allowance Count(string caller) => Weigh(Interlocked.Increment(ref CounterOf(caller).Value));

    /// <summary>What a caller has left, without counting.</summary>
    public Allowance Look(string caller) => Weigh(Volatile.Read(ref CounterOf(caller).Value) + 1);

    private Allowance Weigh(int count)
    {
        var ticks = clock.GetUtcNow().Ticks;
        var left = window.Ticks - (ticks % window.Ticks);
        return new Allowance(count <= quota, Math.Max(0, quota - count), (int)Math.Ceiling(left / (double)TimeSpan.TicksPerSecond));
    }

    private Counter CounterOf(string caller)
    {
        var counters = Current();
        if (counters.Own.TryGetValue(caller, out var known))
        {
            return known;
        }

        // The count is kept apart: a concurrent dictionary locks itself whole to tell its own.
        return Volatile.Read(ref counters.Callers) < OwnCounters
            ? counters.Own.GetOrAdd(caller, static (_, window) =>
            {
                Interlocked.Increment(ref window.Callers);
                return new Counter();
            }, counters)
            : counters.Shared[(uint)caller.GetHashCode(StringComparison.Ordinal) % SharedCounters];
    }

    private Window Current()
    {
        var number = clock.GetUtcNow().Ticks / window.Ticks;
        var found = Volatile.Read(ref current);
        if (found.Number >= number)
        {
            return found;
        }

        lock (turning)
        {
            return current.Number >= number ? current : current = new Window(number);
        }
    }

    private sealed class Window(long number)
    {
        public int Callers;

        public long Number { get; } = number;

        public ConcurrentDictionary<string, Counter> Own { get; } = new(StringComparer.Ordinal);

        public Counter[] Shared { get; } = [.. Enumerable.Range(0, SharedCounters).Select(_ => new Counter())];
    }

    private sealed class Counter
    {
        public int Value;
    }
}

/// <summary>What a caller may still do.</summary>
/// <param name="IsGranted">Whether this request is within the quota.</param>
/// <param name="Left">Requests left in the window.</param>
/// <param name="Seconds">Seconds until the window ends.</param>
internal readonly record struct Allowance(bool IsGranted, int Left, int Seconds);
