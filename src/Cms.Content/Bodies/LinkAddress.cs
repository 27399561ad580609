namespace Cms.Content.Bodies;

/// <summary>Which addresses may become links; all others (`javascript:`, `data:` and the like) stay text.</summary>
internal static class LinkAddress
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    /// <summary>The address as it may stand in a link, or null where it may not.</summary>
    public static string? Of(string? href)
    {
        if (string.IsNullOrEmpty(href) || !IsWellFormed(href))
        {
            return null;
        }

        return IsLocal(href) || Schemes.Any(scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? Spaceless(href) : null;
    }

    /// <summary>The address of a picture or an embed: http, https, or a path on the same host.</summary>
    public static string? OfResource(string url)
    {
        var address = Of(url);
        return address is not null && (address[0] == '/' || IsWeb(address)) ? address : null;
    }

    public static bool IsWeb(string address) => address.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    // Two slashes (or a backslash, which browsers read as one) would name another host without saying its scheme.
    private static bool IsLocal(string href) => href[0] == '#' || (href[0] == '/' && (href.Length == 1 || href[1] is not ('/' or '\\')));

    private static string Spaceless(string href) => href.Replace(" ", "%20", StringComparison.Ordinal);

    // Browsers skip tabs and line ends inside an address, so one that holds them is not what it looks like.
    private static bool IsWellFormed(string href)
    {
        for (var i = 0; i < href.Length; i++)
        {
            if (char.IsControl(href[i]))
            {
                return false;
            }

            if (char.IsSurrogate(href[i]) && (i + 1 == href.Length || !char.IsSurrogatePair(href[i], href[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
