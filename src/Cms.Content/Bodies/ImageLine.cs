namespace Cms.Content.Bodies;

/// <summary>The line under a picture where markup cannot set the credit apart.</summary>
internal static class ImageLine
{
    /// <summary>`caption (credit)`, or the one that there is, or null.</summary>
    public static string? Of(ImageBlock image) => (CleanText.OrNull(image.Caption), CleanText.OrNull(image.Credit)) switch
    {
        ({ } caption, { } credit) => $"{caption} ({credit})",
        var (caption, credit) => caption ?? credit,
    };
}
