using System.Collections.Concurrent;
using System.Diagnostics;
using Cms.Data;
using Cms.Data.Watching;

namespace Cms.Access;

/// <summary>
/// The keys that callers have used, remembered as long as nobody changes them: a client sends the same one again and again. Whoever revokes
/// a key is answered when no process remembers it any more. Wrong keys are never remembered.
/// </summary>
internal sealed class KeyRing(Database database, KeyStore keys)
{
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<string, Entry> entries = [];

    /// <summary>The living key with this hash.</summary>
    public async ValueTask<LivingKey?> Find(byte[] hash, CancellationToken cancellationToken)
    {
        var changes = database.Changes;
        // Before anything is read, so that a change that comes meanwhile is one since.
        var generation = changes.Generation;
        var asked = Stopwatch.GetTimestamp();
        var name = Convert.ToHexString(hash);
        if (changes.IsTrusted && entries.TryGetValue(name, out var entry) && entry.Holds(changes))
        {
            return entry.Key;
        }

        var key = await keys.Find(hash, cancellationToken);
        if (key is null)
        {
            entries.TryRemove(name, out _);
            return null;
        }

        if (entries.Count >= Remembered)
        {
            entries.Clear();
        }

        entries[name] = new Entry(key, generation, asked);
        return key;
    }

    private readonly record struct Entry(LivingKey Key, long Generation, long Asked)
    {
        public bool Holds(ChangeLog changes) =>
            (Key.SecondsLeft is not { } left || Stopwatch.GetElapsedTime(Asked).TotalSeconds < left)
            && (!changes.HasChangedSince(Generation) || !changes.HasChangedSince(Generation, [Key.Id]));
    }
}
