using Cms.Content.Bodies.Reading;

namespace Cms.Content.Bodies;

/// <summary>Reads HTML from anywhere into blocks: what is recognised gets through, everything else is unwrapped to its text or left out.</summary>
public static class HtmlBody
{
    /// <summary>Reads a fragment or a whole page; any text is HTML, so nothing is refused.</summary>
    public static ParsedBody Read(string html) => HtmlPump.Read(html, new Drops());
}
