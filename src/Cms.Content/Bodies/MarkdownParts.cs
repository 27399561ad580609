namespace Cms.Content.Bodies;

/// <summary>
/// Stretches made ready for Markdown, whose delimiters hold only beside text: white space stands outside of marks and links.
/// </summary>
internal static class MarkdownParts
{
    public static List<Stretch> Of(IReadOnlyList<Run> content)
    {
        var parts = new List<Stretch>(content.Count);
        foreach (var stretch in Stretch.Of(content))
        {
            Split(stretch, parts);
        }

        for (var i = 0; i < parts.Count; i++)
        {
            Unlink(parts, i, i - 1);
        }

        for (var i = parts.Count - 1; i >= 0; i--)
        {
            Unlink(parts, i, i + 1);
        }

        Trim(parts);
        return parts;
    }

    private static void Split(Stretch stretch, List<Stretch> parts)
    {
        var text = stretch.Text;
        var core = text.Trim();
        if (stretch is { Marks: Marks.None, Address: null } || core.Length == 0)
        {
            parts.Add(stretch with { Marks = Marks.None });
            return;
        }

        var lead = text.Length - text.TrimStart().Length;
        if (lead > 0)
        {
            parts.Add(stretch with { Text = text[..lead], Marks = Marks.None });
        }

        parts.Add(stretch with { Text = core });
        if (lead + core.Length < text.Length)
        {
            parts.Add(stretch with { Text = text[(lead + core.Length)..], Marks = Marks.None });
        }
    }

    private static void Unlink(List<Stretch> parts, int at, int neighbour)
    {
        var inside = neighbour >= 0 && neighbour < parts.Count && parts[neighbour].Address == parts[at].Address;
        if (parts[at].Address is not null && !inside && string.IsNullOrWhiteSpace(parts[at].Text))
        {
            parts[at] = parts[at] with { Address = null };
        }
    }

    private static void Trim(List<Stretch> parts)
    {
        while (parts.Count > 0 && string.IsNullOrWhiteSpace(parts[0].Text))
        {
            parts.RemoveAt(0);
        }

        while (parts.Count > 0 && string.IsNullOrWhiteSpace(parts[^1].Text))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        if (parts.Count > 0)
        {
            parts[0] = parts[0] with { Text = parts[0].Text.TrimStart() };
            parts[^1] = parts[^1] with { Text = parts[^1].Text.TrimEnd() };
        }
    }
}
