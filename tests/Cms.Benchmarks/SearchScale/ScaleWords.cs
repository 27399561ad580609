using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Cms.Benchmarks.SearchScale;

/// <summary>
/// The search column of a story, as PostgreSQL would make it from the text and in the form that its COPY reads: analysing a million texts
/// would take the better part of an hour. The benchmark compares some with PostgreSQL's own.
/// </summary>
internal sealed class ScaleWords(ScaleVocabulary vocabulary)
{
    private const int LastPosition = 16383;
    private const int PositionsMax = 255;
    private const ushort HeadlineWeight = 3 << 14;
    private static readonly (byte Digit, double Least)[] Tiers = [((byte)'2', 2), ((byte)'4', 4), ((byte)'8', 8)];

    private readonly Dictionary<byte[], List<ushort>> positions = new(ByteOrder.Instance);
    private byte[] buffer = new byte[1 << 20];

    /// <param name="story">The story.</param>
    /// <param name="length">Its words, as the product counts them.</param>
    /// <param name="date">Its date.</param>
    public ReadOnlySpan<byte> Encode(ScaleStory story, int length, DateTime date)
    {
        positions.Clear();
        var place = Add(story.Headline, 0, HeadlineWeight);
        // The parts are joined behind one another; positions of glue count.
        Add(story.Body, place, 0);
        var tiers = positions
            .SelectMany(
                word => Tiers.Where(tier => Frequency(word.Value) / (.25 + (.75 * length / 400)) >= tier.Least),
                (word, tier) => (byte[])[(byte)'=', tier.Digit, .. word.Key])
            .Append(Encoding.ASCII.GetBytes(date.ToString("'=m'yyyyMM", CultureInfo.InvariantCulture)))
            .ToList();

        var end = 4;
        BinaryPrimitives.WriteInt32BigEndian(buffer, positions.Count + tiers.Count);
        foreach (var (lexeme, places) in positions)
        {
            end = Append(end, lexeme, places);
        }

        foreach (var lexeme in tiers)
        {
            end = Append(end, lexeme, []);
        }

        return buffer.AsSpan(0, end);
    }

    private static int Frequency(List<ushort> places) => places.Count + (2 * places.Count(place => place >= HeadlineWeight));

    private int Add(List<int> words, int start, ushort weight)
    {
        var last = start;
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index] < 0)
            {
                continue;
            }

            var lexeme = vocabulary.Lexemes[words[index]];
            if (!positions.TryGetValue(lexeme, out var places))
            {
                positions.Add(lexeme, places = []);
            }

            last = start + index + 1;
            if (places.Count < PositionsMax)
            {
                places.Add((ushort)(weight | Math.Min(last, LastPosition)));
            }
        }

        return last;
    }

    private int Append(int at, byte[] lexeme, List<ushort> places)
    {
        if (at + lexeme.Length + (places.Count * 2) + 8 > buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        lexeme.CopyTo(buffer, at);
        at += lexeme.Length;
        buffer[at++] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(at), (ushort)places.Count);
        at += 2;
        foreach (var place in places)
        {
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(at), place);
            at += 2;
        }

        return at;
    }

    private sealed class ByteOrder : IEqualityComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] bytes)
        {
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }
    }
}
