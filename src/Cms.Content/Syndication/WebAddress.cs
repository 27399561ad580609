namespace Cms.Content.Syndication;

/// <summary>Absolute http and https addresses in the ASCII form that headers, feeds and sitemaps need.</summary>
public static class WebAddress
{
    /// <summary>The address, percent-encoded and with its host in ASCII; null where the text is no absolute http or https address.</summary>
    public static string? Ascii(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? Ascii(address) : null;

    /// <summary>The same for an address that may be relative to another.</summary>
    public static string? Ascii(string text, string relativeTo) =>
        Uri.TryCreate(relativeTo, UriKind.Absolute, out var origin) && Uri.TryCreate(origin, text, out var address) ? Ascii(address) : null;

    /// <summary>True when both addresses name the same host.</summary>
    public static bool IsSameHost(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var left) && Uri.TryCreate(other, UriKind.Absolute, out var right)
        && left.IdnHost.Equals(right.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when an absolute address names a user, perhaps with a password: not to be shown to readers.</summary>
    public static bool NamesUser(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length > 0;

    private static string? Ascii(Uri address) =>
        address.Scheme is not ("http" or "https") || address.IdnHost.Length == 0 ? null
        : new UriBuilder(address) { Host = address.IdnHost, UserName = "", Password = "" }.Uri.AbsoluteUri;
}
