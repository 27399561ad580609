using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Cms.Http.Answers;

/// <summary>Makes entity tags over bytes, and compares them as `If-None-Match` asks: whole, ignoring `W/`.</summary>
internal static class EntityTags
{
    /// <summary>The strong tag of a body; the version of a single resource leads it.</summary>
    public static string Of(ReadOnlySpan<byte> body, int? version)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        var text = Base64Url.EncodeToString(hash[..12]);
        return version is null ? $"\"{text}\"" : $"\"{version}-{text}\"";
    }

    /// <summary>
    /// The strong tag of the same body in a coding such as `br`: other bytes, so another tag, but one that can be told without them.
    /// </summary>
    public static string In(string etag, string coding) => $"{etag.AsSpan()[..^1]}-{coding}\"";

    /// <summary>The tag that the caller has and that is still right: the body's own or one of its codings'; null when there is none.</summary>
    public static string? Match(StringValues ifNoneMatch, string etag)
    {
        foreach (var header in ifNoneMatch)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var candidate = header.AsSpan(part).Trim();
                var strong = Strong(candidate);
                if (candidate is "*" || strong.SequenceEqual(etag))
                {
                    return etag;
                }

                if (strong.StartsWith(etag.AsSpan(0, etag.Length - 1), StringComparison.Ordinal) && IsCoding(strong[(etag.Length - 1)..]))
                {
                    return strong.ToString();
                }
            }
        }

        return null;
    }

    private static bool IsCoding(ReadOnlySpan<char> end) => end is "-br\"" or "-gzip\"";

    private static ReadOnlySpan<char> Strong(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}
