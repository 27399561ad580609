using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cms.Data.Watching;

/// <summary>
/// What changed in public, as far as this process knows, counted in generations. Whoever keeps something made of public content notes the
/// generation *before* reading, and asks at every use whether it still holds: a slow read can then never bring back what has changed meanwhile.
/// </summary>
internal sealed class ChangeLog
{
    /// <summary>For how long after the start of a successful poll what is kept may be used.</summary>
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    /// <summary>Resources whose last change is remembered; beyond, everything counts as changed.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Guid, long> changes = [];
    private long generation = 1;
    private long floor = 1;
    private long polledAt;

    /// <summary>Grows with every change.</summary>
    public long Generation => Volatile.Read(ref generation);

    /// <summary>Whether the last successful poll is so young that what is kept may be used at all.</summary>
    public bool IsTrusted => Volatile.Read(ref polledAt) is not 0 and var started && Stopwatch.GetElapsedTime(started) < Trust;

    /// <summary>Whether anything at all has changed since a generation.</summary>
    public bool HasChangedSince(long since) => since != Generation;

    /// <summary>Whether one of these resources has changed since a generation.</summary>
    public bool HasChangedSince(long since, Guid[] resources)
    {
        foreach (var resource in resources)
        {
            if (changes.TryGetValue(resource, out var changed) && changed > since)
            {
                return true;
            }
        }

        // Last, because what was forgotten meanwhile was not found above.
        return since < Volatile.Read(ref floor);
    }

    /// <summary>Takes in what a poll found.</summary>
    public void Add(IReadOnlyCollection<Guid> resources)
    {
        if (resources.Count == 0)
        {
            return;
        }

        var next = generation + 1;
        foreach (var resource in resources)
        {
            changes[resource] = next;
        }

        // Only now: whoever notes the new generation must find all that belongs to the old ones.
        Volatile.Write(ref generation, next);
        if (changes.Count > Most)
        {
            Forget();
        }
    }

    /// <summary>From now on everything counts as changed.</summary>
    public void Forget()
    {
        var next = generation + 1;
        Volatile.Write(ref floor, next);
        changes.Clear();
        Volatile.Write(ref generation, next);
    }

    /// <summary>Says that all changes are in that were visible at a time.</summary>
    public void Trusts(long timestamp) => Volatile.Write(ref polledAt, timestamp);

    /// <summary>Says that changes may have been missed.</summary>
    public void Distrust() => Volatile.Write(ref polledAt, 0);
}
