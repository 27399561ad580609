using System.Globalization;
using System.Text;

namespace Cms.Content.Text;

/// <summary>The readable part of an address, made from a headline or a name.</summary>
public static class Slugs
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The slug of a text; empty when the text has neither letter nor digit.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString()[..Math.Min(slug.Length, MaxLength)].Trim('-');
    }

    /// <summary>The slug of a text, or one made of the id when the text has neither letter nor digit.</summary>
    public static string From(string text, Guid id) => From(text) is { Length: > 0 } slug ? slug : $"article-{id.ToString("N")[^12..]}";

    /// <summary>The slug with a number behind it, shortened where needed.</summary>
    public static string Numbered(string slug, int n)
    {
        var tail = string.Create(CultureInfo.InvariantCulture, $"-{n}");
        return slug[..Math.Min(slug.Length, MaxLength - tail.Length)].TrimEnd('-') + tail;
    }

    /// <summary>True for what <see cref="From(string)"/> can make and what cannot be taken for an id.</summary>
    public static bool IsValid(string slug) => slug.Length > 0 && From(slug) == slug && !Guid.TryParse(slug, out _);
}
