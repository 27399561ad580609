namespace Cms.Content.Bodies.Reading;

/// <summary>Addresses in foreign text, cleaned as browsers clean them before they look at the scheme.</summary>
internal static class Addresses
{
    private static readonly string[] Providers =
    [
        "youtube.com youtube", "youtu.be youtube", "youtube-nocookie.com youtube", "vimeo.com vimeo", "twitter.com x", "x.com x",
        "instagram.com instagram", "facebook.com facebook", "fb.watch facebook", "tiktok.com tiktok", "spotify.com spotify",
        "soundcloud.com soundcloud",
    ];

    /// <summary>The address of a link, or null after noting what it was.</summary>
    public static string? Link(string? written, Drops drops)
    {
        if (written is null)
        {
            return null;
        }

        var cleaned = Clean(written);
        var address = LinkAddress.Of(cleaned);
        if (address is null || address.Length > BodyRules.MaxAddress)
        {
            drops.Add(KindOf(cleaned) + " link");
            return null;
        }

        return address;
    }

    /// <summary>The absolute address of a picture, or null after noting what it was.</summary>
    public static string? Picture(string? written, Drops drops)
    {
        var cleaned = Clean(written ?? "");
        var address = LinkAddress.OfResource(cleaned);
        if (address is null || !BodyRules.IsWebAddress(address))
        {
            drops.Add(KindOf(cleaned) + " image");
            return null;
        }

        return address;
    }

    /// <summary>The https address of something on a known site, or null.</summary>
    public static string? Embed(string? written) =>
        LinkAddress.OfResource(Clean(written ?? "")) is { } address && ProviderOf(address) is not null ? address : null;

    /// <summary>Whose site an https address names, or null.</summary>
    public static string? ProviderOf(string address)
    {
        if (!IsSecure(address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        foreach (var provider in Providers)
        {
            var gap = provider.IndexOf(' ', StringComparison.Ordinal);
            var domain = provider[..gap];
            if (uri.Host.EndsWith(domain, StringComparison.Ordinal)
                && (uri.Host.Length == domain.Length || uri.Host[^(domain.Length + 1)] == '.'))
            {
                return provider[(gap + 1)..];
            }
        }

        return null;
    }

    public static bool IsSecure(string address) =>
        BodyRules.IsWebAddress(address) && address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static string Clean(string written)
    {
        var start = 0;
        var end = written.Length;
        for (; start < end && written[start] <= ' '; start++)
        {
        }

        for (; end > start && written[end - 1] <= ' '; end--)
        {
        }

        var address = written[start..end];
        if (address.AsSpan().ContainsAny('\t', '\n', '\r'))
        {
            address = string.Concat(address.Where(c => c is not ('\t' or '\n' or '\r')));
        }

        return address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
    }

    private static string KindOf(string address)
    {
        var colon = address.AsSpan(0, Math.Min(address.Length, 20)).IndexOf(':');
        if (colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAny("/?# ") < 0)
        {
            var scheme = address[..colon];
            return scheme.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
                ? scheme.ToLowerInvariant() is var lower && lower is "http" or "https" or "mailto" or "tel" ? "bad " + lower + ":" : lower + ":"
                : "unknown:";
        }

        return address.Length == 0 ? "empty" : "relative";
    }
}
