using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>The element that is being passed over with all that it holds.</summary>
internal sealed class SkippedElement
{
    private string? name;
    private int depth;
    private int integration;

    public bool IsOpen => name is not null;

    /// <summary>True directly in SVG or MathML, where the tokenizer follows XML's habits.</summary>
    public bool IsForeign => name is "svg" or "math" && integration == 0;

    public void Open(HtmlTagToken tag)
    {
        if (!(tag.IsSelfClosing && tag.Name is "svg" or "math"))
        {
            (name, depth, integration) = (tag.Name, 1, 0);
        }
    }

    /// <summary>True where a tag ends a picture without its end tag, as it does in browsers.</summary>
    public bool EndsBefore(HtmlTagToken tag, bool starts)
    {
        if (!IsForeign || !(starts ? HtmlNames.BreakOut.Contains(tag.Name) : tag.Name is "p" or "br"))
        {
            return false;
        }

        name = null;
        return true;
    }

    public void Pass(HtmlTagToken tag, bool starts)
    {
        if (tag.Name == name)
        {
            depth += !starts ? -1 : tag.IsSelfClosing && name is "svg" or "math" ? 0 : 1;
            name = depth == 0 ? null : name;
        }
        else if (name is "svg" or "math" && HtmlNames.Integration.Contains(tag.Name) && !tag.IsSelfClosing)
        {
            integration = Math.Max(0, integration + (starts ? 1 : -1));
        }
    }
}
