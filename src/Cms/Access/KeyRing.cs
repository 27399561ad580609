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
    private const int Most = 10_000;

    private readonly Remembered<string, Found> remembered = new(database.Changes, Most);

    /// <summary>The living key with this hash.</summary>
    public async ValueTask<LivingKey?> Find(byte[] hash, CancellationToken cancellationToken)
    {
        var generation = database.Changes.Generation;
        var asked = Stopwatch.GetTimestamp();
        var name = Convert.ToHexString(hash);
        if (remembered.TryGet(name, out var found) && found.IsAlive)
        {
            return found.Key;
        }

        if (await keys.Find(hash, cancellationToken) is not { } key)
        {
            remembered.Remove(name);
            return null;
        }

        remembered.Add(name, new Found(key, asked), generation, key.Id);
        return key;
    }

    private readonly record struct Found(LivingKey Key, long Asked)
    {
        public bool IsAlive => Key.SecondsLeft is not { } left || Stopwatch.GetElapsedTime(Asked).TotalSeconds < left;
    }
}
