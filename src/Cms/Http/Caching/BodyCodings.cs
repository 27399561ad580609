using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Cms.Http.Caching;

/// <summary>How a body may be compressed.</summary>
internal enum BodyCoding
{
    None,
    Gzip,
    Brotli,
}

/// <summary>Reads `Accept-Encoding`.</summary>
internal static class BodyCodings
{
    /// <summary>What the caller likes best of what we have; Brotli, being smaller, where it likes both alike.</summary>
    public static BodyCoding Best(StringValues acceptEncoding)
    {
        var (gzip, brotli) = (0.0, 0.0);
        foreach (var header in acceptEncoding)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var item = header.AsSpan(part);
                var end = item.IndexOf(';');
                var name = (end < 0 ? item : item[..end]).Trim();
                if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
                {
                    gzip = end < 0 ? 1 : Weight(item[(end + 1)..]);
                }
                else if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    brotli = end < 0 ? 1 : Weight(item[(end + 1)..]);
                }
            }
        }

        return brotli > 0 && brotli >= gzip ? BodyCoding.Brotli : gzip > 0 ? BodyCoding.Gzip : BodyCoding.None;
    }

    private static double Weight(ReadOnlySpan<char> parameter)
    {
        var text = parameter.Trim();
        return text.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : 0;
    }
}
