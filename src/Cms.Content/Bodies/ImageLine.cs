namespace Cms.Content.Bodies;

/// <summary>The line under a picture where markup cannot set the credit apart.</summary>
internal static class ImageLine
{
    /// <summary>`caption (credit)`, or the one that there is, or nothing.</summary>
    public static string Of(ImageBlock image) => (image.Caption, image.Credit) switch
    {
        ({ Length: > 0 } caption, { Length: > 0 } credit) => $"{caption} ({credit})",
        var (caption, credit) => string.IsNullOrEmpty(caption) ? credit ?? "" : caption,
    };
}
