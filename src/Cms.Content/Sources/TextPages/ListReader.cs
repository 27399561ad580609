using System.Globalization;
using System.Text.RegularExpressions;
using Cms.Content.Bodies;

namespace Cms.Content.Sources.TextPages;

/// <summary>Reads lines that each begin with a bullet or a number.</summary>
internal static partial class ListReader
{
    public static bool IsItem(PageLine line) => Item().IsMatch(line.Folded.Value);

    /// <summary>The list that the lines make; null when one of them is no item, or there are fewer than two.</summary>
    public static Segment? TryRead(PageLine[] lines)
    {
        if (lines.Length < 2 || !lines.All(IsItem)) return null;
        var items = lines.Select(line => (Line: line, Item: Item().Match(line.Folded.Value))).ToArray();
        var numbers = items.Select(item => item.Item.Groups["n"]).Where(group => group.Success)
            .Select(group => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var ordered = numbers.Length == lines.Length && numbers.Select((number, at) => number - at).Distinct().Count() == 1;
        return new Segment
        {
            First = lines[0],
            Text = string.Join(' ', lines.Select(line => line.Text)),
            List = new ListBlock
            {
                Id = "",
                Ordered = ordered,
                Start = ordered && numbers[0] != 1 ? numbers[0] : null,
                Items = [.. items.Select(item => new ListItem { Level = 0, Content = [new Run { Text = TextOf(item.Line, item.Item, ordered) }] })],
            },
        };
    }

    // Numbers out of sequence say something; they stay with the text.
    private static string TextOf(PageLine line, Match item, bool ordered) =>
        item.Groups["n"].Success && !ordered ? line.Text : line.Folded.From(item.Groups["text"].Index);

    [GeneratedRegex(@"^(?:[•‣◦▪●○■]\s*|[*·–—-]\s+|(?<n>[0-9]{1,3})\s?[.)-]\s+)(?<text>\S.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
