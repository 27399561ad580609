using System.Text;

namespace Cms.Content.Bodies.Reading;

/// <summary>Preformatted text as it is read.</summary>
internal sealed class CodeReading
{
    private readonly StringBuilder text = new();

    // HTML skips a line feed right after the start tag.
    private bool atStart = true;

    public string? Language { get; set; }

    public void Text(string added)
    {
        text.Append(CleanText.Of(atStart && added.StartsWith('\n') ? added[1..] : added));
        atStart = false;
    }

    public void Touch() => atStart = false;

    public void Line()
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    public string Text() => text.ToString().TrimEnd('\n');
}
