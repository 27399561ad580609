using System.Globalization;
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
                Markup("](").Append(Destination(part.Address!)).Append(')');
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
        var tags = (part.Marks & Marks.Underline, part.Marks & Marks.Sub, part.Marks & Marks.Sup);
        var delimited = part.Marks & (Marks.Strong | Marks.Em | Marks.Strike);
        var plainInside = (part.Marks & ~delimited) == 0 && !(delimited.HasFlag(Marks.Strike) && delimited != Marks.Strike);
        var useTags = delimited != 0
            && !(Flanks(plainInside ? part.Text[0] : '<', Last) && Flanks(plainInside ? part.Text[^1] : '<', after));
        var (open, close) = Wrapping(delimited, useTags, tags);
        if (open.Length > 0)
        {
            Markup(open);
        }

        if (part.Marks.HasFlag(Marks.Code))
        {
            Code(part.Text);
        }
        else
        {
            Text(part.Text, beforeLink && close.Length == 0);
        }

        markdown.Append(close);
    }

    // Delimiters open and close only where CommonMark's flanking rules say so under every version of its punctuation; elsewhere tags do.
    private static bool Flanks(char inside, char outside) => outside is not ('*' or '~' or '_' or '`')
        && (!(char.IsPunctuation(inside) || char.IsSymbol(inside) || char.IsSurrogate(inside))
            || char.IsWhiteSpace(outside) || char.IsPunctuation(outside) || (char.IsAscii(outside) && char.IsSymbol(outside)));

    private static (string Open, string Close) Wrapping(Marks delimited, bool useTags, (Marks Underline, Marks Sub, Marks Sup) tags)
    {
        var open = "";
        var close = "";
        Wrap(delimited & Marks.Strong, useTags ? "<strong>" : "**", useTags ? "</strong>" : "**");
        Wrap(delimited & Marks.Em, useTags ? "<em>" : "*", useTags ? "</em>" : "*");
        Wrap(delimited & Marks.Strike, useTags ? "<s>" : "~~", useTags ? "</s>" : "~~");
        Wrap(tags.Underline, "<u>", "</u>");
        Wrap(tags.Sub, "<sub>", "</sub>");
        Wrap(tags.Sup, "<sup>", "</sup>");
        return (open, close);

        void Wrap(Marks mark, string before, string after)
        {
            if (mark != Marks.None)
            {
                open += before;
                close = after + close;
            }
        }
    }

    private void Code(string text)
    {
        // A code span has no hard breaks, cannot touch another backtick, and parsers differ on pipes inside one.
        if (text.Contains('\n') || Last == '`' || (cell && text.Contains('|')))
        {
            Markup("<code>");
            Text(text, beforeLink: false);
            markdown.Append("</code>");
            return;
        }

        var fence = new string('`', LongestBackticks(text) + 1);
        var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
        Markup(fence).Append(pad).Append(text).Append(pad).Append(fence);
    }

    public static int LongestBackticks(string text)
    {
        var longest = 0;
        var current = 0;
        foreach (var c in text)
        {
            current = c == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    public void Text(string text, bool beforeLink)
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

    /// <summary>An address between the brackets of a link or picture.</summary>
    public static string Destination(string address)
    {
        var written = new StringBuilder(address.Length);
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (c is '|' or '`' || char.IsWhiteSpace(c))
            {
                foreach (var octet in Encoding.UTF8.GetBytes([c]))
                {
                    written.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                }

                continue;
            }

            var entity = c == '&' && MarkdownEscape.IsEntity(address.AsSpan(i + 1));
            written.Append(c is '(' or ')' or '<' or '>' or '\\' ? "\\" : "").Append(c).Append(entity ? "amp;" : "");
        }

        return written.ToString();
    }
}
