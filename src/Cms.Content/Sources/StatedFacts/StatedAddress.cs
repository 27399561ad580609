using Cms.Content.Bodies;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Addresses that a document states, as absolute http or https ones.</summary>
internal static class StatedAddress
{
    /// <summary>The absolute address, resolved against that of the page where that is known; null where there is none.</summary>
    public static string? Web(string? written, string? page = null)
    {
        if (written is null || written.Length > BodyRules.MaxAddress) return null;
        if (written.StartsWith("//", StringComparison.Ordinal)) written = "https:" + written;
        if (BodyRules.IsWebAddress(written)) return LinkAddress.Of(written);
        return page is not null && Uri.TryCreate(new Uri(page), written, out var whole) && BodyRules.IsWebAddress(whole.AbsoluteUri)
            ? whole.AbsoluteUri
            : null;
    }
}
