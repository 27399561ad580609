using Cms.Content.Bodies;
using Cms.Content.Sources.TextPages;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>The lead picture of a document: an address, or members that hold it with its texts.</summary>
internal static class StatedImage
{
    public static ManuscriptImage? Read(
        StatedValue? image, StatedValue? alt, StatedValue? caption, StatedValue? credit, string? pageAddress, List<SourceWarning> warnings)
    {
        var first = image?.Each[0];
        var address = first is null || first.Text is not null ? first : first.Find("url", "src", "contenturl", "image", "path", "@id");
        if (address?.Stored is not { } written) return null;

        if (StatedAddress.Web(written, pageAddress) is not { } url)
        {
            warnings.Add(new SourceWarning("W_METADATA", address.Line, Found.Instead("a picture at an absolute address", "only", written)));
            return null;
        }
        return new ManuscriptImage
        {
            Url = url,
            Alt = LineOf(first!.Find("alt", "alternativetext", "alttext") ?? alt),
            Caption = LineOf(first.Find("caption") ?? caption),
            Credit = LineOf(first.Find("credit", "credittext") ?? credit),
        };
    }

    private static string? LineOf(StatedValue? value) => value?.Stored is { Length: <= BodyRules.MaxLine } line ? line : null;
}
