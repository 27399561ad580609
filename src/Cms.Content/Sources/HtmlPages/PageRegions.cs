using AngleSharp.Html.Parser.Tokens;
using Cms.Content.Bodies.Reading;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>
/// The regions of a page, found in one pass without a tree; depth and number are bounded, so that no step depends on the size of the page.
/// </summary>
internal sealed class PageRegions
{
    private const int Deepest = 256;
    private const int Most = 20_000;

    private static readonly HashSet<string> Enclosing =
        ["body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "form", "td", "th", "center", "blockquote"];

    private readonly List<PageRegion> all = [];

    // A page has a body whether it says so or not.
    private readonly List<PageRegion> open =
    [
        new PageRegion { Name = "body", Parent = null, IsMarkedBody = false, Line = 1, TagStart = 0, Start = 0 },
    ];


    private readonly Dictionary<string, int> openNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> marked = new(StringComparer.Ordinal);

    // Elements that lie too deep are not opened, and so their end tags close nothing.
    private int tooDeep;
    private bool isInParagraph;

    public PageRegions() => all.Add(open[0]);

    public IReadOnlyList<PageRegion> All => all;

    public PageRegion Innermost => open[^1];

    public bool IsInAside => open.Exists(region => region.IsAside);

    public bool IsInStory => open.FindLast(region => region.IsStory || region.IsAside) is { IsStory: true };

    public void Start(HtmlTagToken tag, int start, int end)
    {
        var isMarked = tag.Get("itemprop")?.Split(' ').Contains("articleBody") == true;
        if (tag.Name == "p") isInParagraph = true;
        if (!isMarked && !Enclosing.Contains(tag.Name)) return;

        if (tag.Name != "span") isInParagraph = false;
        if (open.Count >= Deepest || all.Count >= Most)
        {
            tooDeep++;
            return;
        }
        var region = new PageRegion
        {
            Name = tag.Name,
            Parent = Innermost,
            IsMarkedBody = isMarked,
            Line = tag.Position.Line,
            TagStart = start,
            Start = end,
        };
        all.Add(region);
        open.Add(region);
        openNames[tag.Name] = openNames.GetValueOrDefault(tag.Name) + 1;
        if (isMarked) marked.Add(tag.Name);
    }

    public void End(string name, int start, int end)
    {
        if (name == "p") isInParagraph = false;
        // What stands behind the end of the body belongs to it too, as in browsers.
        if (name == "body" || (!Enclosing.Contains(name) && !marked.Contains(name))) return;
        if (tooDeep > 0)
        {
            tooDeep--;
            return;
        }
        isInParagraph = false;
        if (openNames.GetValueOrDefault(name) == 0) return;
        var index = open.FindLastIndex(region => region.Name == name || region.Name is "td" or "th");
        // A cell walls off what stands outside of its table.
        if (index >= 0 && open[index].Name == name) CloseFrom(index, start, end);
    }

    public void Text(string text)
    {
        var region = Innermost.TextHolder;
        var length = text.Length - text.AsSpan().Count(' ') - text.AsSpan().Count('\n');
        region.Text += length;
        if (isInParagraph) region.ParagraphText += length;
    }

    public void Finish(int end) => CloseFrom(0, end, end);

    private void CloseFrom(int index, int start, int end)
    {
        for (var at = open.Count - 1; at >= index; at--)
        {
            openNames[open[at].Name] = openNames.GetValueOrDefault(open[at].Name) - 1;
            open[at].End = start;
            open[at].TagEnd = at == index ? end : start;
        }
        open.RemoveRange(index, open.Count - index);
    }
}
