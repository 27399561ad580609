namespace Cms.Content.Bodies.Reading;

/// <summary>Counts what is left out, by kind; the kinds are bounded, since hostile text can invent any number of names.</summary>
internal sealed class Drops
{
    private const int MostKinds = 100;
    private const int LongestName = 32;

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyList<DroppedPart> Parts => [.. counts.Select(pair => new DroppedPart(pair.Key, pair.Value))];

    public void Add(string what)
    {
        if (!counts.TryGetValue(what, out var count) && counts.Count >= MostKinds)
        {
            what = "other markup";
            counts.TryGetValue(what, out count);
        }

        counts[what] = count + 1;
    }

    public void Element(string name) => Add(Named(name) + " element");

    public void Attribute(string name) => Add(Named(name) + " attribute");

    public void Inside(string name, string container) => Add(name + " inside " + container);

    private static string Named(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':') ? name : "unknown";
}
