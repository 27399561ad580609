using System.Net;
using System.Text;

namespace Cms.Content.Bodies.Reading;

/// <summary>
/// Keeps Markdown within what its parser reads in linear time: each opening delimiter of a paragraph may be compared with all the others,
/// so a paragraph with thousands of them is taken for plain text.
/// </summary>
internal static class MarkdownGuard
{
    private const int MostDelimiters = 2_000;
    private const int MostOpenLinks = 1_000;
    private const int MostPipesInLine = 128;
    private const string Delimiters = "*_~[]|";

    public static string Calm(string markdown, Drops drops)
    {
        StringBuilder? calm = null;
        var done = 0;
        foreach (var (start, end) in Chunks(markdown))
        {
            if (IsHostile(markdown.AsSpan(start, end - start)))
            {
                calm ??= new StringBuilder(markdown.Length * 2);
                calm.Append(markdown, done, start - done);
                Escape(calm, markdown.AsSpan(start, end - start));
                done = end;
                drops.Add("dense markup");
            }
        }

        return calm is null ? markdown : calm.Append(markdown, done, markdown.Length - done).ToString();
    }

    /// <summary>The text as HTML without any markup, a paragraph for each stretch between empty lines.</summary>
    public static string Plain(string markdown)
    {
        var html = new StringBuilder();
        foreach (var (start, end) in Chunks(markdown))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(markdown[start..end])).Append("</p>");
        }

        return html.ToString();
    }

    private static bool IsHostile(ReadOnlySpan<char> chunk)
    {
        var (delimiters, openLinks, pipes) = (0, 0, 0);
        for (var i = 0; i < chunk.Length; i++)
        {
            switch (chunk[i])
            {
                case '*' or '_' or '~' or '[' when i == 0 || chunk[i - 1] != chunk[i] || chunk[i] == '[':
                    delimiters++;
                    break;
                case '(' when i > 0 && chunk[i - 1] == ']':
                    openLinks++;
                    break;
                case ')' when i > 0 && chunk[i - 1] != '\\':
                    openLinks--;
                    break;
                case '|':
                    pipes++;
                    break;
                case '\n':
                    pipes = 0;
                    break;
            }

            if (delimiters > MostDelimiters || openLinks > MostOpenLinks || pipes > MostPipesInLine)
            {
                return true;
            }
        }

        return false;
    }

    private static void Escape(StringBuilder calm, ReadOnlySpan<char> chunk)
    {
        foreach (var c in chunk)
        {
            calm.Append(Delimiters.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }
    }

    private static IEnumerable<(int Start, int End)> Chunks(string markdown)
    {
        var start = 0;
        var blank = true;
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\n')
            {
                if (blank && i > start)
                {
                    yield return (start, i);
                    start = i;
                }

                blank = true;
            }
            else if (!char.IsWhiteSpace(markdown[i]))
            {
                blank = false;
            }
        }

        if (start < markdown.Length)
        {
            yield return (start, markdown.Length);
        }
    }
}
