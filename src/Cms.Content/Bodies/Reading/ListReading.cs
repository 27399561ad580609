namespace Cms.Content.Bodies.Reading;

/// <summary>A list as it is read: nested lists become levels of one.</summary>
internal sealed class ListReading
{
    private readonly List<(int Level, RunLines Text)> items = [];
    private int openLevel = -1;

    public required bool Ordered { get; init; }

    public void Add(int level)
    {
        items.Add((ListDepth.After(items.Count > 0 ? items[^1].Level : -1, level), new RunLines()));
        openLevel = level;
    }

    public void EndItem() => openLevel = -1;

    /// <summary>The text of the item that is open at a level; null between items.</summary>
    public RunLines? ItemAt(int level) => openLevel == level ? items[^1].Text : null;

    public IReadOnlyList<ListItem> Items() => [.. items.Select(item => new ListItem { Level = item.Level, Content = item.Text.Runs() })];
}
