using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Cms.Content.Bodies.Reading;

/// <summary>
/// Pumps HTML's tokens into a converter. No tree is built: a hostile page could make one too deep to walk, or far larger than itself.
/// </summary>
internal static class HtmlPump
{
    public static ParsedBody Read(string html, Drops drops)
    {
        var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var body = new BodyBuilder(drops);
        var converter = new HtmlConverter(body, drops);
        var skip = new SkippedElement();
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is HtmlTagToken tag)
            {
                Tag(tag, tokenizer, converter, skip, drops);
            }
            else if (token.Type == HtmlTokenType.Character && !skip.IsOpen)
            {
                body.Text(token.Data);
            }
        }

        return body.Finish();
    }

    private static void Tag(HtmlTagToken tag, HtmlTokenizer tokenizer, HtmlConverter converter, SkippedElement skip, Drops drops)
    {
        var starts = tag.Type == HtmlTokenType.StartTag;
        if (skip.IsOpen && !skip.EndsBefore(tag, starts))
        {
            skip.Pass(tag, starts);
        }
        else if (!starts)
        {
            converter.End(tag.Name);
        }
        else if (HtmlNames.Vanishing.Contains(tag.Name))
        {
            if (tag.Name != "iframe" || !converter.Frame(tag))
            {
                drops.Element(tag.Name);
            }

            skip.Open(tag);
        }
        else
        {
            converter.Start(tag);
        }

        // Within SVG and MathML, HTML has neither raw text nor the lack of CDATA.
        tokenizer.IsAcceptingCharacterData = skip.IsForeign;
        if (starts && !skip.IsForeign)
        {
            tokenizer.State = StateAfter(tag.Name);
        }
    }

    /// <summary>How HTML's tokenizer reads on behind a start tag.</summary>
    internal static HtmlParseMode StateAfter(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "plaintext" => HtmlParseMode.Plaintext,
        _ when HtmlNames.RawText.Contains(name) => HtmlParseMode.Rawtext,
        _ when HtmlNames.EscapableRawText.Contains(name) => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
