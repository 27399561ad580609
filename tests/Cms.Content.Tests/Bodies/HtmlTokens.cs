using System.Net;
using System.Text.RegularExpressions;

namespace Cms.Content.Tests.Bodies;

/// <summary>A tag or a piece of text, as a browser's tokenizer would see it.</summary>
internal sealed record HtmlToken(string? Tag, bool Closes, IReadOnlyDictionary<string, string> Attributes, string Text);

/// <summary>A strict tokenizer for the HTML that we write; anything that is not plainly text or a well-formed tag is an error.</summary>
internal static partial class HtmlTokens
{
    [GeneratedRegex("""\G(?:(?<text>[^<>]+)|<(?<close>/)?(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z]+="[^"<>]*")*)>)""")]
    private static partial Regex Token { get; }

    [GeneratedRegex(""" (?<name>[a-z]+)="(?<value>[^"]*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Attribute { get; }

    public static List<HtmlToken> Of(string html)
    {
        var tokens = new List<HtmlToken>();
        for (var at = 0; at < html.Length;)
        {
            var match = Token.Match(html, at);
            Assert.True(match.Success && match.Length > 0, $"No token at {at}: {html[at..]}");
            var attributes = Attribute.Matches(match.Groups["attributes"].Value)
                .ToDictionary(pair => pair.Groups["name"].Value, pair => WebUtility.HtmlDecode(pair.Groups["value"].Value));
            var tag = match.Groups["tag"] is { Success: true } name ? name.Value : null;
            tokens.Add(new HtmlToken(tag, match.Groups["close"].Success, attributes, WebUtility.HtmlDecode(match.Groups["text"].Value)));
            at += match.Length;
        }

        return tokens;
    }
}
