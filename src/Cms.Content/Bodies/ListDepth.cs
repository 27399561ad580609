namespace Cms.Content.Bodies;

/// <summary>How deep the items of a list really nest: a level can rise by one only, and the first item is outermost.</summary>
internal static class ListDepth
{
    public const int Deepest = 5;

    /// <summary>The depth of an item, given the depth of the item before it (-1 before the first).</summary>
    public static int After(int previous, int level) => Math.Clamp(level, 0, Math.Min(previous + 1, Deepest));
}
