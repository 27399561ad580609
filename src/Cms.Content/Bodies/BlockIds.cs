using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Which block of an edited body is which block of the body before.</summary>
public static class BlockIds
{
    /// <summary>
    /// Gives unchanged blocks (equal apart from the id) the ids they had before, in order, and all others ids that the body before never
    /// had; the ids of <paramref name="after"/> count for nothing.
    /// </summary>
    public static IReadOnlyList<Block> Keep(IReadOnlyList<Block> before, IReadOnlyList<Block> after) =>
        Keep(before, after, new HashSet<string>());

    /// <summary>As the other, but blocks whose valid ids are in <paramref name="given"/> keep those, whatever else changed in them.</summary>
    public static IReadOnlyList<Block> Keep(IReadOnlyList<Block> before, IReadOnlyList<Block> after, IReadOnlySet<string> given)
    {
        var ids = new string?[after.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < after.Count; i++)
        {
            if (given.Contains(after[i].Id) && BodyRules.IsId(after[i].Id) && taken.Add(after[i].Id))
            {
                ids[i] = after[i].Id;
            }
        }

        foreach (var (old, now) in before.Count == 0 ? [] : Unchanged(Keys(before), Keys(after)))
        {
            if (ids[now] is null && taken.Add(before[old].Id))
            {
                ids[now] = before[old].Id;
            }
        }

        taken.UnionWith(before.Select(block => block.Id));
        var next = 1 + taken.Select(NumberOf).DefaultIfEmpty().Max();
        return [.. after.Select((block, i) => block with { Id = ids[i] ?? Fresh(taken, ref next) })];
    }

    private static string Fresh(HashSet<string> taken, ref long next)
    {
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"b{next++}");
        }
        while (!taken.Add(id));
        return id;
    }

    private static long NumberOf(string id) => id.Length is > 1 and < 12 && id[0] == 'b'
        && long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string[] Keys(IReadOnlyList<Block> blocks) =>
        [.. blocks.Select(block => Encoding.UTF8.GetString(BodyJson.Write([block with { Id = "" }])))];

    // Equal blocks at both ends are the same; between them the n-th of its kind before is the n-th after, as far as the order allows.
    // For blocks that are not repeated that is the longest common subsequence, in n log n steps.
    private static IEnumerable<(int Old, int Now)> Unchanged(string[] before, string[] after)
    {
        var head = 0;
        for (; head < before.Length && head < after.Length && before[head] == after[head]; head++)
        {
            yield return (head, head);
        }

        var (oldEnd, nowEnd) = (before.Length, after.Length);
        for (; oldEnd > head && nowEnd > head && before[oldEnd - 1] == after[nowEnd - 1]; oldEnd--, nowEnd--)
        {
            yield return (oldEnd - 1, nowEnd - 1);
        }

        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var old = head; old < oldEnd; old++)
        {
            (places.TryGetValue(before[old], out var queue) ? queue : places[before[old]] = new Queue<int>()).Enqueue(old);
        }

        var pairs = new List<(int Old, int Now)>();
        for (var now = head; now < nowEnd; now++)
        {
            if (places.TryGetValue(after[now], out var queue) && queue.TryDequeue(out var old))
            {
                pairs.Add((old, now));
            }
        }

        foreach (var pair in Rising(pairs))
        {
            yield return pair;
        }
    }

    // The longest run of pairs whose old places rise too.
    private static IEnumerable<(int Old, int Now)> Rising(List<(int Old, int Now)> pairs)
    {
        var tails = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tails[middle]].Old < pairs[i].Old ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = previous[i])
        {
            yield return pairs[i];
        }
    }
}
