using System.Globalization;

namespace Cms.Feeds;

/// <summary>What one sitemap lists: the stories of a month, or one part of them where they are many. Named `2020-09`, `2020-09-2`, ….</summary>
/// <param name="Month">The first moment of the month, in UTC.</param>
/// <param name="Number">Which part, from 1.</param>
internal sealed record SitemapPart(DateTime Month, int Number)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Month:yyyy-MM}{(Number == 1 ? "" : $"-{Number}")}");

    /// <summary>The part of this name; null when nothing is called so.</summary>
    public static SitemapPart? Parse(string name)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isMonth = DateTime.TryParseExact(name.Length > 7 ? name[..7] : name, "yyyy-MM", CultureInfo.InvariantCulture, utc, out var month);
        var number = 1;
        var isPart = name.Length <= 7
            || (name[7] == '-' && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out number));
        // One name for one part, and a last month that has a next one.
        return isMonth && isPart && month.Year < 9999 && new SitemapPart(month, number) is { Number: > 0 } part && part.Name == name ? part : null;
    }
}
