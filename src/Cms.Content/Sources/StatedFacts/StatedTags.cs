using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>The section and the tags of a document that states categories, tags and keywords in one of many ways.</summary>
internal static class StatedTags
{
    private const int MostTags = 50;
    private const int LongestName = 200;

    /// <summary>The names in a value: a list's items, or the parts of a line between commas.</summary>
    public static IEnumerable<string> NamesIn(StatedValue? value) => value is null ? []
        : value.Items.Count > 0 ? value.Items.Select(item => item.Stored).OfType<string>()
        : (value.Stored ?? "").Split([',', '،', ';', '؛'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Files under the section stated, else under the first category; all other categories are tags.</summary>
    public static (string? Section, IReadOnlyList<string> Tags) File(
        StatedValue? section, StatedValue? categories, IEnumerable<string> tags, ReadingContext context)
    {
        string[] sections = [.. (section is null ? NamesIn(categories) : section.Each.Select(item => item.Stored).OfType<string>()).Where(IsName)];
        string[] others = section is null ? [] : [.. NamesIn(categories)];
        var filed = sections.FirstOrDefault();
        return (
            filed is null ? null : Sections.Find(FoldedText.Of(filed), context) ?? filed,
            [
                .. sections.Skip(1).Concat(others).Concat(tags).Where(IsName)
                    .DistinctBy(FoldedText.Fold).Where(tag => filed is null || FoldedText.Fold(tag) != FoldedText.Fold(filed)).Take(MostTags),
            ]);
    }

    // A name without a letter or a digit could have no address.
    private static bool IsName(string text) => text.Length <= LongestName && Slugs.From(text).Length > 0;
}
