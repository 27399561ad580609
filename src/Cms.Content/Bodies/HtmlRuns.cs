using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Runs in HTML: neighbours with one address share a link, marks nest in one order.</summary>
internal static class HtmlRuns
{
    private static readonly (Marks Mark, string Element)[] Elements =
    [
        (Marks.Strong, "strong"), (Marks.Em, "em"), (Marks.Underline, "u"), (Marks.Strike, "s"),
        (Marks.Code, "code"), (Marks.Sub, "sub"), (Marks.Sup, "sup"),
    ];

    public static StringBuilder Runs(this StringBuilder html, IReadOnlyList<Run> content)
    {
        string? open = null;
        foreach (var stretch in Stretch.Of(content))
        {
            if (stretch.Address != open)
            {
                html.Close(open).Open(stretch.Address);
                open = stretch.Address;
            }

            html.Marked(stretch);
        }

        return html.Close(open);
    }

    private static StringBuilder Open(this StringBuilder html, string? address) =>
        address is null ? html : html.Append("<a").Attribute("href", address).Append('>');

    private static StringBuilder Close(this StringBuilder html, string? address) => address is null ? html : html.Append("</a>");

    private static void Marked(this StringBuilder html, Stretch stretch)
    {
        foreach (var (mark, element) in Elements)
        {
            if (stretch.Marks.HasFlag(mark))
            {
                html.Append('<').Append(element).Append('>');
            }
        }

        html.Text(stretch.Text);
        for (var i = Elements.Length - 1; i >= 0; i--)
        {
            if (stretch.Marks.HasFlag(Elements[i].Mark))
            {
                html.Append("</").Append(Elements[i].Element).Append('>');
            }
        }
    }
}
