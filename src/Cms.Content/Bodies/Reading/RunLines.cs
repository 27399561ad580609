using System.Text;

namespace Cms.Content.Bodies.Reading;

/// <summary>Gathers the runs of one block, with white space as HTML shows it: one space between words, none at the ends of a line.</summary>
internal sealed class RunLines
{
    private readonly StringBuilder text = new();
    private readonly List<(int Start, Marks Marks, string? Address)> spans = [];
    private bool boundary;

    public bool IsEmpty => text.Length == 0;

    /// <summary>True once text came from a link that our own renditions write for an embed.</summary>
    public bool HasEmbedLink { get; private set; }

    /// <summary>Where the text of the last inner paragraph starts.</summary>
    public int LastParagraph { get; private set; }

    /// <summary>The number of breaks that the text ends with.</summary>
    public int TrailingBreaks
    {
        get
        {
            var count = 0;
            for (var at = text.Length - 1; at >= 0 && text[at] is ' ' or '\n'; at--)
            {
                count += text[at] == '\n' ? 1 : 0;
            }

            return count;
        }
    }

    public void Text(string added, InlineState inline, bool keepLines = false)
    {
        var clean = CleanText.Of(added);
        foreach (var c in clean)
        {
            if (c == '\n' && keepLines)
            {
                Break(inline);
            }
            else if (c is ' ' or '\t' or '\n')
            {
                Space(inline);
            }
            else
            {
                Line(inline);
                Append(c, inline);
                HasEmbedLink |= inline.IsEmbedLink;
            }
        }
    }

    /// <summary>A break inside the block.</summary>
    public void Break(InlineState inline)
    {
        Line(inline);
        TrimSpaces();
        if (text.Length > 0)
        {
            Append('\n', inline);
        }
    }

    /// <summary>Ends the line, if any; text that follows starts another.</summary>
    public void Boundary() => boundary = text.Length > 0;

    /// <summary>As <see cref="Boundary"/>, and remembers that a paragraph starts here.</summary>
    public void Paragraph()
    {
        Boundary();
        LastParagraph = -1;
    }

    public IReadOnlyList<Run> Runs()
    {
        TrimBreaks();
        var runs = new List<Run>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var end = i + 1 < spans.Count ? spans[i + 1].Start : text.Length;
            runs.Add(new Run
            {
                Text = text.ToString(spans[i].Start, end - spans[i].Start),
                Marks = Stretch.Names(spans[i].Marks),
                Href = spans[i].Address,
            });
        }

        return runs;
    }

    public void Clear()
    {
        Shorten(0);
        (boundary, HasEmbedLink, LastParagraph) = (false, false, 0);
    }

    public string Plain()
    {
        TrimBreaks();
        return text.ToString();
    }

    public bool StartsWithDash(int start) => text.Length > start + 1 && text[start] is '—' or '―' && text[start + 1] is ' ' or '\u00A0';

    /// <summary>Cuts the text off at an index and gives what stood behind it.</summary>
    public string CutAt(int start)
    {
        var rest = text.ToString(start, text.Length - start);
        Shorten(start);
        TrimBreaks();
        return rest;
    }

    private void Space(InlineState inline)
    {
        if (!boundary && text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            Append(' ', inline);
        }
    }

    private void Line(InlineState inline)
    {
        if (boundary)
        {
            boundary = false;
            TrimBreaks();
            if (text.Length > 0)
            {
                Append('\n', inline);
            }
        }

        if (LastParagraph < 0)
        {
            LastParagraph = text.Length;
        }
    }

    private void Append(char c, InlineState inline)
    {
        if (spans.Count == 0 || spans[^1].Marks != inline.Marks || spans[^1].Address != inline.Address)
        {
            spans.Add((text.Length, inline.Marks, inline.Address));
        }

        text.Append(c);
    }

    private void TrimSpaces()
    {
        if (text.Length > 0 && text[^1] == ' ')
        {
            Shorten(text.Length - 1);
        }
    }

    private void TrimBreaks()
    {
        var end = text.Length;
        for (; end > 0 && text[end - 1] is ' ' or '\n'; end--)
        {
        }

        Shorten(end);
    }

    private void Shorten(int length)
    {
        text.Length = length;
        while (spans.Count > 0 && spans[^1].Start >= length)
        {
            spans.RemoveAt(spans.Count - 1);
        }
    }
}
