using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>The attributes that mean something to a body.</summary>
internal static class HtmlTags
{
    private const int MostPixels = 100_000;

    public static string? Get(this HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The id, if a block may have it; else nothing.</summary>
    public static string Id(this HtmlTagToken tag) => tag.Get("id") is { } id && BodyRules.IsId(id) ? id : "";

    public static string? Direction(this HtmlTagToken tag) => tag.Get("dir")?.ToLowerInvariant() is "ltr" or "rtl"
        ? tag.Get("dir")!.ToLowerInvariant()
        : null;

    public static int? Pixels(this HtmlTagToken tag, string name) => tag.Number(name) is > 0 and <= MostPixels and var pixels ? pixels : null;

    public static int? Number(this HtmlTagToken tag, string name) =>
        int.TryParse(tag.Get(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool HasClass(this HtmlTagToken tag, string name) => tag.Classes().Contains(name);

    public static string? Role(this HtmlTagToken tag) => tag.Classes().FirstOrDefault(BodyRules.Roles.Contains);

    /// <summary>The language that a class such as `language-csharp` names.</summary>
    public static string? CodeLanguage(this HtmlTagToken tag)
    {
        foreach (var name in tag.Classes())
        {
            var language = name.StartsWith("language-", StringComparison.Ordinal) ? name[9..]
                : name.StartsWith("lang-", StringComparison.Ordinal) ? name[5..] : "";
            if (BodyRules.IsCodeLanguage(language))
            {
                return language.ToLowerInvariant();
            }
        }

        return null;
    }

    private static string[] Classes(this HtmlTagToken tag) =>
        tag.Get("class")?.Split((char[])[' ', '\t', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
