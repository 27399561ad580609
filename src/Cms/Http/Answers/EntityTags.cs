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

    public static bool Matches(StringValues ifNoneMatch, string etag)
    {
        foreach (var header in ifNoneMatch)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var candidate = header.AsSpan(part).Trim();
                if (candidate is "*" || Strong(candidate).SequenceEqual(etag))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Strong(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}
