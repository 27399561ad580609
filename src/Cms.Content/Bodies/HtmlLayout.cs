using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>The blocks with a structure of their own in HTML: lists, tables and figures.</summary>
internal static class HtmlLayout
{
    public static void List(this StringBuilder html, ListBlock list)
    {
        var name = list.Ordered ? "ol" : "ul";
        html.Start(name, list);
        if (list is { Ordered: true, Start: { } start and not 1 })
        {
            html.Number("start", start);
        }

        html.Append('>');
        var depth = -1;
        foreach (var item in list.Items)
        {
            var next = ListDepth.After(depth, item.Level);
            if (next > depth && depth >= 0)
            {
                html.Append('<').Append(name).Append('>');
            }
            else if (depth >= 0)
            {
                html.CloseItems(name, depth - next).Append("</li>");
            }

            html.Append("<li>").Runs(item.Content);
            depth = next;
        }

        if (depth >= 0)
        {
            html.CloseItems(name, depth).Append("</li>");
        }

        html.Append("</").Append(name).Append('>');
    }

    private static StringBuilder CloseItems(this StringBuilder html, string name, int levels)
    {
        for (; levels > 0; levels--)
        {
            html.Append("</li></").Append(name).Append('>');
        }

        return html;
    }

    public static void Table(this StringBuilder html, TableBlock table)
    {
        html.Start("table", table).Append('>');
        var bodyRows = table.Rows.Skip(table.Header ? 1 : 0);
        if (table.Header && table.Rows.Count > 0)
        {
            html.Append("<thead>").Row(table.Rows[0], "<th scope=\"col\">", "</th>").Append("</thead>");
        }

        if (bodyRows.Any())
        {
            html.Append("<tbody>");
            foreach (var row in bodyRows)
            {
                html.Row(row, "<td>", "</td>");
            }

            html.Append("</tbody>");
        }

        html.Append("</table>");
    }

    private static StringBuilder Row(this StringBuilder html, IReadOnlyList<IReadOnlyList<Run>> cells, string open, string close)
    {
        html.Append("<tr>");
        foreach (var cell in cells)
        {
            html.Append(open).Runs(cell).Append(close);
        }

        return html.Append("</tr>");
    }

    public static void Figure(this StringBuilder html, ImageBlock image)
    {
        html.Start("figure", image).Append('>');
        var address = LinkAddress.OfResource(image.Url);
        if (address is not null)
        {
            html.Append("<img").Attribute("src", address).Attribute("alt", image.Alt ?? "");
            html.Number("width", image.Width).Number("height", image.Height).Append(" loading=\"lazy\">");
        }

        // A picture that must not be loaded still says what it would have shown.
        var caption = CleanText.OrNull(image.Caption) ?? (address is null ? CleanText.OrNull(image.Alt) : null) ?? "";
        var credit = CleanText.OrNull(image.Credit);
        if (caption.Length > 0 || credit is not null)
        {
            html.Append("<figcaption>").Text(caption);
            if (credit is not null)
            {
                html.Append(caption.Length > 0 ? " <small>" : "<small>").Text(credit).Append("</small>");
            }

            html.Append("</figcaption>");
        }

        html.Append("</figure>");
    }

    private static StringBuilder Number(this StringBuilder html, string name, int? value) =>
        value is { } number ? html.Attribute(name, number.ToString(CultureInfo.InvariantCulture)) : html;
}
