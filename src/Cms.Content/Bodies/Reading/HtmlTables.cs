using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>Tables: their parts belong to the innermost table, and text that stands in none of its cells comes before it.</summary>
internal sealed class HtmlTables(BodyBuilder body)
{
    private OpenElements Open => body.Open;

    private int Innermost => Open.Find("table", static _ => false);

    public static bool IsPart(string name) => name is "caption" or "colgroup" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th";

    public void Table(HtmlTagToken tag, string id, string? direction)
    {
        var table = new TableReading();
        var element = new OpenElement
        {
            Name = tag.Name,
            Place = body.Place,
            Table = table,
            Closed = () =>
            {
                body.Boundary();
                if (!table.IsEmpty)
                {
                    body.Add(new TableBlock { Id = id, Direction = direction, Header = table.HasHeader, Rows = table.Rows() });
                }

                body.Release();
            },
        };
        body.Enter(element);
    }

    public void Start(HtmlTagToken tag)
    {
        var index = Innermost;
        if (index < 0)
        {
            body.Boundary();
            return;
        }

        Open.CloseFrom(index + 1);
        body.Boundary();
        var table = Open.At(index).Table;
        switch (tag.Name)
        {
            case "thead" or "tbody" or "tfoot":
                table?.Section(head: tag.Name == "thead");
                break;
            case "tr":
                table?.EndRow();
                break;
            case "td" or "th":
                Cell(tag, table);
                break;
            case "caption":
                Caption(tag, isReal: table is not null);
                break;
        }
    }

    public void End(string name)
    {
        var index = Innermost;
        if (index < 0)
        {
            return;
        }

        if (name is "td" or "th" or "caption")
        {
            if (Open.Find(name, static element => element.Name == "table") is >= 0 and var cell)
            {
                Open.CloseFrom(cell);
            }
        }
        else
        {
            Open.CloseFrom(name == "table" ? index : index + 1);
            if (name == "tr" && Open.Innermost?.Table is { } table)
            {
                table.EndRow();
            }
            else if (name is "thead" or "tbody" or "tfoot")
            {
                Open.Innermost?.Table?.Section(head: false);
            }
        }

        body.Boundary();
    }

    private void Cell(HtmlTagToken tag, TableReading? table)
    {
        // A table inside a block of text has no cells of its own; their texts are lines.
        var place = table is null ? body.Place : body.Place with { Text = table.Cell(heading: tag.Name == "th"), Inside = "table" };
        Open.Open(new OpenElement { Name = tag.Name, Place = place, Outside = Open.Inline });
    }

    private void Caption(HtmlTagToken tag, bool isReal)
    {
        var text = new RunLines();
        var direction = tag.Direction() ?? body.Place.Direction;
        Open.Open(new OpenElement
        {
            Name = tag.Name,
            Place = isReal ? body.Place with { Text = text, Inside = tag.Name } : body.Place,
            Outside = Open.Inline,
            Closed = () =>
            {
                if (text.Runs() is { Count: > 0 } content)
                {
                    body.Add(new ParagraphBlock { Id = "", Direction = direction, Role = "caption", Content = content });
                }

                body.Release();
            },
        });
    }
}
