using System.Buffers.Binary;
using System.Buffers.Text;

namespace Cms.Search;

/// <summary>
/// What the words of a query weigh, and how long stories are. A walk keeps those that it began with, in its cursor, so that neither new
/// stories nor new statistics change the scores under it.
/// </summary>
internal sealed record WordWeights
{
    /// <summary>The words, as they are scored.</summary>
    public required string[] Words { get; init; }

    /// <summary>How many spellings each has.</summary>
    public required double[] Sizes { get; init; }

    /// <summary>What each weighs.</summary>
    public required double[] Values { get; init; }

    /// <summary>Words of a story on average.</summary>
    public required double Length { get; init; }

    public static WordWeights Of(AnalysedQuery query) => new()
    {
        Words = [.. query.Words.Select(word => word.Word)],
        Sizes = [.. query.Words.Select(word => word.Word.Contains(" | ", StringComparison.Ordinal) ? (double)word.Lexemes.Count : 1)],
        // What a cursor can carry is what the first page is scored with.
        Values = [.. query.Words.Select(word => (double)(float)word.Weight)],
        Length = (float)query.Length,
    };

    /// <summary>The weights as a cursor carries them.</summary>
    public string Encode()
    {
        var bytes = new byte[4 * (Values.Length + 1)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)Length);
        for (var index = 0; index < Values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * (index + 1)), (float)Values[index]);
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>These words in their order with the weights of a cursor; null when those are of other words.</summary>
    public WordWeights? Decode(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length != 4 * (Values.Length + 1))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var numbers = Enumerable.Range(0, Values.Length + 1)
            .Select(index => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * index)))
            .ToArray();
        return numbers.All(number => double.IsFinite(number) && number is >= 0 and < 1e9) && numbers[0] > 0
            ? this with { Length = numbers[0], Values = numbers[1..] }
            : null;
    }
}
