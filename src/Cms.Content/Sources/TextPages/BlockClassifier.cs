using System.Text.RegularExpressions;

namespace Cms.Content.Sources.TextPages;

/// <summary>Tells what a block of text in the body is by its wording and its punctuation.</summary>
internal static partial class BlockClassifier
{
    private const int LongestHeading = 10;
    private const int LongestCaption = 60;
    private const int LongestSignature = 600;

    private static readonly PhraseList Signatures = new(
        "reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "تغطية", "إعداد", "تحرير", "شارك في التغطية");

    /// <summary>True for the shape of a sub-heading; its place must be right too.</summary>
    public static bool HasHeadingShape(string text) =>
        text.Split(' ').Length <= LongestHeading
        && !Punctuation.EndsOpenOrQuoted(text)
        && text.Any(char.IsLetter)
        && !text.Contains("://", StringComparison.Ordinal);

    /// <summary>True for a line that ends in a picture's credit in brackets.</summary>
    public static bool IsCreditedCaption(string text) =>
        text.Split(' ').Length <= LongestCaption
        && CreditAtEnd().Match(text) is { Success: true } credit
        && Credits.IsPictureCredit(credit.Groups["credit"].Value);

    /// <summary>True for an agency alone in brackets, as it stands below a story.</summary>
    public static bool IsBracketedAgency(string text) => text.StartsWith('(') && text.EndsWith(')') && Credits.IsAgency(text[1..^1]);

    public static bool IsAddress(string text) => BareAddress().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _);

    /// <summary>Where a bracketed tail begins that names who reported and edited; -1 when there is none.</summary>
    public static int SignatureStart(string text)
    {
        if (text.Length == 0 || text[^1] is not (')' or ']')) return -1;
        for (var at = Math.Max(0, text.Length - LongestSignature); at < text.Length; at++)
        {
            if (text[at] is not ('(' or '[')) continue;
            var opening = text.Substring(at + 1, Math.Min(40, text.Length - at - 1));
            if (Signatures.LengthAt(FoldedText.Fold(opening).TrimStart(), 0) > 0) return at;
        }
        return -1;
    }

    /// <summary>True for a short line without brackets such as `Additional reporting by Name`.</summary>
    public static bool IsOpenSignature(string text) =>
        text.Split(' ').Length <= 20 && FoldedText.Fold(text) is var folded
        && (folded.StartsWith("additional reporting by ", StringComparison.Ordinal)
            || folded.StartsWith("reporting by ", StringComparison.Ordinal)
            || folded.StartsWith("editing by ", StringComparison.Ordinal));

    /// <summary>Whose address it is, where known.</summary>
    public static string? ProviderOf(string url)
    {
        var host = new Uri(url).Host;
        return Providers.FirstOrDefault(provider => host == provider.Host || host.EndsWith("." + provider.Host, StringComparison.Ordinal)).Name;
    }

    private static readonly (string Host, string Name)[] Providers =
    [
        ("youtube.com", "youtube"), ("youtu.be", "youtube"), ("twitter.com", "x"), ("x.com", "x"), ("facebook.com", "facebook"),
        ("instagram.com", "instagram"), ("tiktok.com", "tiktok"), ("vimeo.com", "vimeo"),
    ];

    [GeneratedRegex(@"[(\[](?<credit>[^()\[\]]{2,60})[)\]]\.?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CreditAtEnd();

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareAddress();
}
