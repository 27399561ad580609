using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Content.Sources.TextPages;

/// <summary>Finds the place, day and agency that open a first paragraph: `LONDON, Sept 28 (Reuters) –`, `DUBAI:`.</summary>
internal static partial class DatelineReader
{
    private const int LongestOpening = 120;
    private const int LongestPlace = 8;

    public static Dateline? Read(string paragraph)
    {
        var opening = paragraph[..Math.Min(paragraph.Length, LongestOpening)];
        if (WithAgency(Bracketed().Match(opening)) is { } bracketed) return bracketed;
        if (WithAgency(Dashed().Match(opening)) is { } dashed) return dashed;
        return PlaceOnly().Match(opening) is { Success: true } place && Credits.IsCity(place.Groups["city"].Value)
            ? new Dateline(place.Groups["all"].Value, null)
            : null;
    }

    private static Dateline? WithAgency(Match match) =>
        match.Success && IsAgency(match.Groups["agency"].Value, match.Groups["place"].Value) && IsPlace(match.Groups["place"].Value)
            ? new Dateline(match.Groups["all"].Value, match.Groups["agency"].Value)
            : null;

    /// <summary>No list of agencies is complete: after a city in capitals, any name in brackets is one.</summary>
    private static bool IsAgency(string name, string place) =>
        Credits.IsAgency(name) || (CityInCapitals().IsMatch(place) && char.IsUpper(name[0]) && !name.Contains(' ', StringComparison.Ordinal));

    private static bool IsPlace(string place) =>
        place.Split(' ').Length <= LongestPlace
        && !Names.IsVerbOrFunctionWord(place.Split([' ', ','])[0])
        && (char.IsUpper(place[0]) || char.GetUnicodeCategory(place[0]) == UnicodeCategory.OtherLetter);

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}. ]{2,}(,|$)", RegexOptions.NonBacktracking)]
    private static partial Regex CityInCapitals();

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
