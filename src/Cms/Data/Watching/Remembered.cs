using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Cms.Data.Watching;

/// <summary>
/// Values that were made of watched resources, remembered until one of these changes. A value that is added must have been read after its
/// generation was noted, so that a change that comes meanwhile is one since.
/// </summary>
/// <param name="changes">What this process knows of changes.</param>
/// <param name="most">How many values are remembered; beyond, all are forgotten.</param>
internal sealed class Remembered<TKey, TValue>(ChangeLog changes, int most) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = [];

    /// <summary>Finds what still holds; nothing does while changes cannot be followed.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var isKnown = entries.TryGetValue(key, out var entry) && changes.IsTrusted && entry.Holds(changes);
        value = isKnown ? entry.Value : default;
        return isKnown;
    }

    /// <summary>Remembers a value.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">What was read.</param>
    /// <param name="generation">The generation before it was read.</param>
    /// <param name="of">The resources that it was made of.</param>
    public void Add(TKey key, TValue value, long generation, params Guid[] of)
    {
        if (entries.Count >= most)
        {
            entries.Clear();
        }

        entries[key] = new Entry(value, generation, of);
    }

    /// <summary>Forgets a value.</summary>
    public void Remove(TKey key) => entries.TryRemove(key, out _);

    private readonly record struct Entry(TValue Value, long Generation, Guid[] Of)
    {
        public bool Holds(ChangeLog changes) => !changes.HasChangedSince(Generation) || !changes.HasChangedSince(Generation, Of);
    }
}
