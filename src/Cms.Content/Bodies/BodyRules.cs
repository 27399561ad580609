using System.Buffers;
using System.Text.RegularExpressions;

namespace Cms.Content.Bodies;

/// <summary>What a body may hold: the limits, the check that names what breaks them, and the one form of what keeps them.</summary>
public static partial class BodyRules
{
    /// <summary>The most blocks of a body.</summary>
    public const int MaxBlocks = 2_000;

    /// <summary>The most characters of HTML or Markdown that may be sent to be read.</summary>
    public const int MaxSource = 1_000_000;

    /// <summary>The most characters of one run.</summary>
    public const int MaxRun = 50_000;

    /// <summary>The most runs of one text.</summary>
    public const int MaxRuns = 2_000;

    /// <summary>The most characters of a code block.</summary>
    public const int MaxCode = 100_000;

    /// <summary>The most characters of a caption, a credit, an attribution or an alternative text.</summary>
    public const int MaxLine = 2_000;

    /// <summary>The most characters of an address.</summary>
    public const int MaxAddress = 2_048;

    /// <summary>The most characters of the name of a programming language or of a provider.</summary>
    public const int MaxName = 40;

    /// <summary>The most items of a list.</summary>
    public const int MaxItems = 1_000;

    /// <summary>The deepest level of a list's item.</summary>
    public const int MaxLevel = ListDepth.Deepest;

    /// <summary>The highest number that a list starts with.</summary>
    public const int MaxStart = 999_999_999;

    /// <summary>The most rows of a table.</summary>
    public const int MaxRows = 1_000;

    /// <summary>The most cells of a row.</summary>
    public const int MaxCells = 100;

    /// <summary>The most pixels of a picture, in width and in height.</summary>
    public const int MaxPixels = 100_000;

    /// <summary>The marks of a run, in the order in which they are kept.</summary>
    public static IReadOnlyList<string> MarkNames { get; } = ["strong", "em", "underline", "strike", "code", "sub", "sup"];

    /// <summary>The roles of a paragraph.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["caption", "signature", "summary"];

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9+#._-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex CodeLanguage { get; }

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (char)code)]);

    /// <summary>True for an id that a block may have: a letter, then letters, digits, `-` and `_`, at most 64 in all.</summary>
    public static bool IsId(string id) => Id.IsMatch(id);

    /// <summary>True for the name of a programming language.</summary>
    public static bool IsCodeLanguage(string language) => CodeLanguage.IsMatch(language);

    /// <summary>True for an absolute http or https address of at most <see cref="MaxAddress"/> characters.</summary>
    public static bool IsWebAddress(string address) => address.Length <= MaxAddress && LinkAddress.Of(address) is { } clean
        && Uri.TryCreate(clean, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
        && clean.AsSpan(uri.Scheme.Length).StartsWith("://");

    /// <summary>True for an address that a link may have: http, https, mailto, tel, or a path or fragment of the same site.</summary>
    public static bool IsLinkAddress(string address) => address.Length <= MaxAddress && LinkAddress.Of(address) is not null;

    /// <summary>Names what breaks a rule, in order; a block without an id (an empty one) has yet to be given one.</summary>
    public static IEnumerable<BodyFault> Check(IReadOnlyList<Block> blocks) => BodyCheck.Of(blocks);

    /// <summary>
    /// The one form of a body that keeps the rules: runs without empty ones, equal neighbours joined, marks in order, addresses without
    /// spaces, no control characters; its blocks stay as many as they were.
    /// </summary>
    public static IReadOnlyList<Block> Normalise(IReadOnlyList<Block> blocks) => [.. blocks.Select(BodyForm.Of)];

    /// <summary>True where a text holds what neither JSON in PostgreSQL nor HTML can: NUL and its like, or half a surrogate pair.</summary>
    internal static bool IsBroken(string text)
    {
        if (text.AsSpan().ContainsAny(Controls))
        {
            return true;
        }

        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
