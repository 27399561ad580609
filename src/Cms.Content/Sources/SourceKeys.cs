using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cms.Content.Sources;

/// <summary>What a source document is known by, run after run.</summary>
public static partial class SourceKeys
{
    /// <summary>The opaque id in the name where it has one, else the path without its extension; composed, with forward slashes.</summary>
    public static string FromPath(string relativePath)
    {
        var path = relativePath.Normalize(NormalizationForm.FormC).Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        path = path.TrimStart('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (NumberedName().Match(name) is { Success: true } numbered) return numbered.Groups["id"].Value;

        var dot = name.LastIndexOf('.');
        return dot > 0 ? path[..^(name.Length - dot)] : path;
    }

    /// <summary>The position that a file name begins with (`12_…`); null when it begins with none.</summary>
    public static int? Ordinal(string fileName) =>
        LeadingNumber().Match(fileName) is { Success: true } match
        && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? ordinal
            : null;

    [GeneratedRegex(@"^[0-9]+_(?<id>[0-9a-f]{16})\.txt\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedName();

    [GeneratedRegex("^(?<n>[0-9]+)_", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
