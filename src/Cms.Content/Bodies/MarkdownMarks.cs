using System.Globalization;
using System.Text;

namespace Cms.Content.Bodies;

/// <summary>The markup of marks, code spans and links in Markdown.</summary>
internal static class MarkdownMarks
{
    /// <summary>The markup before and after a part, given the characters that stand before and after it; code has its own.</summary>
    public static (string Open, string Close) Around(Stretch part, char before, char after)
    {
        const Marks Delimited = Marks.Strong | Marks.Em | Marks.Strike;
        var outer = part.Marks & Delimited;
        var textInside = part.Marks == Marks.Strike || (part.Marks & ~(Marks.Strong | Marks.Em)) == 0;
        var useTags = outer != 0
            && !(Flanks(textInside ? part.Text[0] : '<', before) && Flanks(textInside ? part.Text[^1] : '<', after));
        var open = "";
        var close = "";
        Wrap(Marks.Strong, useTags ? "<strong>" : "**", useTags ? "</strong>" : "**");
        Wrap(Marks.Em, useTags ? "<em>" : "*", useTags ? "</em>" : "*");
        Wrap(Marks.Strike, useTags ? "<s>" : "~~", useTags ? "</s>" : "~~");
        Wrap(Marks.Underline, "<u>", "</u>");
        Wrap(Marks.Sub, "<sub>", "</sub>");
        Wrap(Marks.Sup, "<sup>", "</sup>");
        return (open, close);

        void Wrap(Marks mark, string start, string end)
        {
            if (part.Marks.HasFlag(mark))
            {
                open += start;
                close = end + close;
            }
        }
    }

    // Delimiters open and close only where CommonMark's flanking rules say so under every version of its punctuation; elsewhere tags do.
    private static bool Flanks(char inside, char outside) => outside is not ('*' or '~' or '_' or '`')
        && (!(char.IsPunctuation(inside) || char.IsSymbol(inside) || char.IsSurrogate(inside))
            || char.IsWhiteSpace(outside) || char.IsPunctuation(outside) || (char.IsAscii(outside) && char.IsSymbol(outside)));

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
