using System.Text;

namespace Cms.Content.Bodies;

/// <summary>Writes the runs of one block: <paramref name="lineBreak"/> stands for a hard break, and a cell ends at a pipe.</summary>
internal sealed class MarkdownWriter(StringBuilder markdown, string lineBreak, bool startsLine, bool cell)
{
    private bool atLineStart = startsLine;

    private char Last => markdown.Length > 0 ? markdown[^1] : '\n';

    public void Runs(IReadOnlyList<Run> content)
    {
        var parts = MarkdownParts.Of(content);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var linkStarts = part.Address is not null && (i == 0 || parts[i - 1].Address != part.Address);
            var linkEnds = part.Address is not null && (i + 1 == parts.Count || parts[i + 1].Address != part.Address);
            if (linkStarts)
            {
                Markup("[");
            }

            var beforeLink = i + 1 < parts.Count && parts[i + 1].Address is not null;
            Part(part, linkEnds ? ']' : After(parts, i), beforeLink);
            if (linkEnds)
            {
                Markup("](").Append(MarkdownMarks.Destination(part.Address!)).Append(')');
            }
        }
    }

    // What will stand after a part that does not end a link: a bracket, a tag, or the text that follows.
    private static char After(List<Stretch> parts, int at)
    {
        if (at + 1 == parts.Count)
        {
            return '\n';
        }

        var next = parts[at + 1];
        return next.Address != parts[at].Address ? '[' : next.Marks != Marks.None ? '<' : next.Text[0];
    }

    private void Part(Stretch part, char after, bool beforeLink)
    {
        var (open, close) = MarkdownMarks.Around(part, Last, after);
        if (open.Length > 0)
        {
            Markup(open);
        }

        if (part.Marks.HasFlag(Marks.Code))
        {
            Code(part.Text, part.Address is not null);
        }
        else
        {
            Text(part.Text, beforeLink && close.Length == 0);
        }

        markdown.Append(close);
    }

    private void Code(string text, bool linked)
    {
        // A code span has no hard breaks and cannot touch another backtick; parsers differ on pipes inside one, and a bracket
        // inside one can end the label of a link reference definition.
        if (text.Contains('\n') || Last == '`' || (cell && text.Contains('|')) || (linked && text.AsSpan().ContainsAny('[', ']')))
        {
            Markup("<code>");
            Text(text, beforeLink: false);
            markdown.Append("</code>");
            return;
        }

        var fence = new string('`', MarkdownMarks.LongestBackticks(text) + 1);
        var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
        Markup(fence).Append(pad).Append(text).Append(pad).Append(fence);
    }

    private void Text(string text, bool beforeLink)
    {
        for (var i = 0; i < text.Length;)
        {
            i = atLineStart ? LineStart(text, i) : i;
            var rest = text.AsSpan(i);
            var plain = MarkdownEscape.NextCandidate(rest);
            if (plain < 0)
            {
                markdown.Append(rest);
                break;
            }

            markdown.Append(rest[..plain]);
            i += plain;
            if (text[i] == '\n')
            {
                Break();
            }
            else
            {
                markdown.Append(MarkdownEscape.InLine(text, i, cell, beforeLink) ? "\\" : "").Append(text[i]);
            }

            i++;
        }
    }

    // White space is skipped; what would start a block is escaped.
    private int LineStart(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at == text.Length || text[at] == '\n')
        {
            return at;
        }

        atLineStart = false;
        var escape = MarkdownEscape.AtLineStart(text, at);
        if (escape < 0)
        {
            return at;
        }

        markdown.Append(text, at, escape - at).Append('\\').Append(text[escape]);
        return escape + 1;
    }

    private void Break()
    {
        while (!atLineStart && Last is ' ' or '\t')
        {
            markdown.Length--;
        }

        markdown.Append(lineBreak);
        atLineStart = lineBreak.Contains('\n');
    }

    private StringBuilder Markup(string markup)
    {
        atLineStart = false;
        return markdown.Append(markup);
    }
}
