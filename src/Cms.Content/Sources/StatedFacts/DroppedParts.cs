using Cms.Content.Bodies;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Tells what a body lost when it was read.</summary>
internal static class DroppedParts
{
    private const int MostNamed = 12;

    /// <summary>One warning that names the kinds; none where nothing was lost.</summary>
    public static IEnumerable<SourceWarning> Warning(IReadOnlyList<DroppedPart> dropped)
    {
        if (dropped.Count == 0) return [];
        var named = string.Join(", ", dropped.Take(MostNamed).Select(part => $"{part.What} ({part.Count})"));
        var end = dropped.Count > MostNamed ? ", …" : ".";
        return [new SourceWarning("W_DROPPED", null, $"Left out of the body, or unwrapped to its text: {named}{end}")];
    }
}
