namespace Cms.Content.Bodies.Reading;

/// <summary>A table as it is read.</summary>
internal sealed class TableReading
{
    private readonly List<List<RunLines>> rows = [];
    private bool rowIsOpen;
    private bool firstRowHasCells;
    private bool inHead;
    private bool headIsFirst;

    public void Section(bool head)
    {
        inHead = head;
        rowIsOpen = false;
    }

    public void EndRow() => rowIsOpen = false;

    public RunLines Cell(bool heading)
    {
        if (!rowIsOpen)
        {
            rows.Add([]);
            rowIsOpen = true;
            headIsFirst |= rows.Count == 1 && inHead;
        }

        firstRowHasCells |= rows.Count == 1 && !heading;
        var text = new RunLines();
        rows[^1].Add(text);
        return text;
    }

    public bool IsEmpty => rows.Count == 0;

    /// <summary>True where the first row stands in the table's head or holds nothing but headings.</summary>
    public bool HasHeader => rows.Count > 0 && (headIsFirst || !firstRowHasCells);

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows() =>
        [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(cell => cell.Runs())])];
}
