namespace Cms.Content.Bodies.Reading;

/// <summary>
/// The marks and the link that the next text stands in. Counting how often each element is open gives what HTML's parser reaches by
/// moving elements about, without its cost.
/// </summary>
internal sealed class InlineState
{
    private readonly Dictionary<string, int> open = [];

    public Marks Marks { get; private set; }

    public string? Address { get; private set; }

    /// <summary>True in a link that says, as our own embeds do, that nothing should be made of it.</summary>
    public bool IsEmbedLink { get; private set; }

    public void Open(string name)
    {
        open[name] = open.GetValueOrDefault(name) + 1;
        Marks |= HtmlNames.Mark(name);
    }

    public void Close(string name)
    {
        if (open.TryGetValue(name, out var count))
        {
            if (count == 1)
            {
                open.Remove(name);
            }
            else
            {
                open[name] = count - 1;
            }

            Marks = open.Keys.Aggregate(Marks.None, (marks, still) => marks | HtmlNames.Mark(still));
        }
    }

    public void Link(string? address, bool embed = false) => (Address, IsEmbedLink) = (address, embed);
}
