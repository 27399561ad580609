using System.Text.RegularExpressions;

namespace Cms.Content.Sources.TextPages;

/// <summary>Finds the place, day and agency that open a first paragraph: `LONDON, Sept 28 (Reuters) –`, `DUBAI:`.</summary>
internal static partial class DatelineReader
{
    private const int LongestOpening = 120;

    public static Dateline? Read(string paragraph)
    {
        var opening = paragraph[..Math.Min(paragraph.Length, LongestOpening)];
        if (Bracketed().Match(opening) is { Success: true } bracketed && Credits.IsAgency(bracketed.Groups["agency"].Value) && IsPlace(bracketed.Groups["place"].Value))
        {
            return new Dateline(bracketed.Groups["all"].Value, bracketed.Groups["agency"].Value);
        }
        if (Dashed().Match(opening) is { Success: true } dashed && Credits.IsAgency(dashed.Groups["agency"].Value) && IsPlace(dashed.Groups["place"].Value))
        {
            return new Dateline(dashed.Groups["all"].Value, dashed.Groups["agency"].Value);
        }
        return PlaceOnly().Match(opening) is { Success: true } place && Credits.IsCity(place.Groups["city"].Value) && place.Value.Equals(place.Value.ToUpperInvariant(), StringComparison.Ordinal)
            ? new Dateline(place.Groups["all"].Value, null)
            : null;
    }

    private static bool IsPlace(string place) =>
        place.Split(' ').Length <= 8 && !Names.IsVerbOrFunctionWord(place.Split([' ', ','])[0]) && (char.IsUpper(place[0]) || place[0] >= '\u0600');

    [GeneratedRegex(@"^(?<all>(?<place>[^()]{2,70}?) ?\((?<agency>[^()]{2,40})\)) ?[-–—_:=]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<all>(?<place>[^()\-–—:.]{2,40}?) ?[-–—] ?(?<agency>[^()\-–—:]{2,40}?)) ?[-–—:]", RegexOptions.NonBacktracking)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^(?<all>(?<city>\p{Lu}[\p{Lu} ]{2,24})(?:, \p{Lu}[\p{Lu}. ]{1,24})?) ?(?::|–|—|--|-|_) ", RegexOptions.NonBacktracking)]
    private static partial Regex PlaceOnly();
}

/// <summary>The opening of a first paragraph that says whence a story comes.</summary>
/// <param name="Printed">Up to the dash or colon.</param>
/// <param name="Agency">The agency named in it.</param>
internal sealed record Dateline(string Printed, string? Agency);
