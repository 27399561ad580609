using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Cms.Content.Bodies.Reading;
using Cms.Content.Sources.StatedFacts;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>Passes once over a page's tokens and notes what it says of itself and where its text stands.</summary>
internal sealed class PageScan
{
    private const int MostHeadings = 20;
    private const int MostScripts = 20;
    private const int LongestHeading = 2_000;

    private readonly SkippedElement skip = new();
    private readonly StringBuilder captured = new();
    private HtmlTagToken? capturing;

    private PageScan()
    {
    }

    public PageHead Head { get; } = new();

    public PageRegions Regions { get; } = new();

    /// <summary>The texts of the scripts that hold JSON-LD.</summary>
    public List<StatedValue> Scripts { get; } = [];

    /// <summary>The headings of level 1 that stand beside no story, and the regions they stand in.</summary>
    public List<(StatedValue Text, PageRegion Region)> Headings { get; } = [];

    public bool HasTags { get; private set; }

    public static PageScan Of(string html)
    {
        var scan = new PageScan();
        using var tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is HtmlTagToken tag) scan.Tag(tag, tag.Type == HtmlTokenType.StartTag, tokenizer);
            else if (token.Type == HtmlTokenType.Character) scan.Text(token.Data);
        }
        scan.Regions.Finish(html.Length);
        return scan;
    }

    private void Text(string text)
    {
        if (capturing is not null && (capturing.Name != "h1" || !skip.IsOpen)) captured.Append(text);
        if (!skip.IsOpen) Regions.Text(text);
    }

    private void Tag(HtmlTagToken tag, bool starts, HtmlTokenizer tokenizer)
    {
        HasTags |= starts;
        if (capturing is not null && !starts && tag.Name == capturing.Name) Captured();
        if (skip.IsOpen && !skip.EndsBefore(tag, starts)) skip.Pass(tag, starts);
        else if (!starts) Regions.End(tag.Name, tag.Position.Index, tokenizer.InsertionPoint);
        else if (HtmlNames.Vanishing.Contains(tag.Name))
        {
            if (tag.Name == "title" || IsJsonLd(tag)) Capture(tag);
            skip.Open(tag);
        }
        else
        {
            Head.Read(tag, isInStory: tag.Name == "time" && Regions.IsInStory);
            Regions.Start(tag, tag.Position.Index, tokenizer.InsertionPoint);
            if (tag.Name == "h1") Capture(tag);
        }

        // The same modes as when the body is read, or the two would see different pages.
        tokenizer.IsAcceptingCharacterData = skip.IsForeign;
        if (starts && !skip.IsForeign) tokenizer.State = HtmlPump.StateAfter(tag.Name);
    }

    private static bool IsJsonLd(HtmlTagToken tag) =>
        tag.Name == "script" && tag.Get("type")?.Split(';')[0].Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase) == true;

    private void Capture(HtmlTagToken tag)
    {
        captured.Clear();
        capturing = tag;
    }

    private void Captured()
    {
        var tag = capturing!;
        capturing = null;
        if (tag.Name == "script")
        {
            if (Scripts.Count < MostScripts) Scripts.Add(new StatedValue { Line = tag.Position.Line, Text = captured.ToString() });
            return;
        }
        var text = captured.ToString(0, Math.Min(captured.Length, LongestHeading));
        if (tag.Name == "title") Head.Add("title element", text, tag);
        else if (Headings.Count < MostHeadings && !Regions.IsInAside)
        {
            Headings.Add((new StatedValue { Line = tag.Position.Line, Text = text }, Regions.Innermost));
        }
    }
}
