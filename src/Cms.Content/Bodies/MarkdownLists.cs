using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Writes the lists of a body; a list right after another of its kind takes the other marker, or the two would read as one.</summary>
internal sealed class MarkdownLists(StringBuilder markdown)
{
    private const int LastNumber = 999_999_999;

    private bool? followsOrdered;
    private bool otherMarker;

    /// <summary>Says that something other than a list was written.</summary>
    public void Interrupt() => followsOrdered = null;

    public void Write(ListBlock list)
    {
        if (list.Items.Count == 0)
        {
            return;
        }

        otherMarker = followsOrdered == list.Ordered && !otherMarker;
        followsOrdered = list.Ordered;
        var numbers = new int[ListDepth.Deepest + 1];
        var indents = new int[ListDepth.Deepest + 2];
        var depth = -1;
        foreach (var item in list.Items)
        {
            markdown.Append(depth >= 0 ? "\n" : "");
            var next = ListDepth.After(depth, item.Level);
            var opensInside = next > depth && depth >= 0;
            numbers[next] = next > depth ? First(list, next) : numbers[next] + 1;
            depth = next;
            var marker = Marker(list.Ordered, numbers[depth]);
            indents[depth + 1] = indents[depth] + marker.Length;
            markdown.Append(' ', indents[depth]).Append(marker);
            var start = markdown.Length;
            var lineBreak = "\\\n" + new string(' ', indents[depth + 1]);
            new MarkdownWriter(markdown, lineBreak, startsLine: true, cell: false).Runs(item.Content);
            if (markdown.Length == start)
            {
                // A bare marker under a line of text would underline it as a heading, so the first nested item is never quite empty.
                markdown.Length -= opensInside ? 0 : 1;
                markdown.Append(opensInside ? "&nbsp;" : "");
            }
        }
    }

    // A number has at most nine digits and no sign.
    private static int First(ListBlock list, int depth) => depth > 0 ? 1 : Math.Clamp(list.Start ?? 1, 0, LastNumber - list.Items.Count);

    private string Marker(bool ordered, int number) => ordered
        ? number.ToString(CultureInfo.InvariantCulture) + (otherMarker ? ") " : ". ")
        : otherMarker ? "* " : "- ";
}
