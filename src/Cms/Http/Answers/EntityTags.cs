using Microsoft.Extensions.Primitives;

namespace Cms.Http.Answers;

/// <summary>Compares entity tags as `If-None-Match` asks: whole, ignoring `W/`.</summary>
internal static class EntityTags
{
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
