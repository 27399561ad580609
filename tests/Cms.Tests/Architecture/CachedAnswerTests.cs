using System.Text.RegularExpressions;

namespace Cms.Tests.Architecture;

public sealed partial class CachedAnswerTests
{
    /// <summary>Public answers are kept by their address alone: what else they looked at, one reader could leave to all others.</summary>
    [Fact]
    public void No_answer_is_made_of_anything_in_the_request_but_its_address()
    {
        var lookers =
            from file in SourceTree.Files("*.cs")
            let path = Path.GetRelativePath(Path.Combine(Installation.Root, "src", "Cms"), file)
            where !path.StartsWith("..", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where OfTheRequest().IsMatch(line)
            select $"{path}: {line.Trim()}";

        Assert.Empty(lookers);
    }

    [GeneratedRegex(@"\b(Request|request)\.(Host|Scheme|Cookies|IsHttps|PathBase|GetDisplayUrl|GetEncodedUrl)\b|\bHeaders\.(Accept|AcceptLanguage|Cookie|Referer|UserAgent)\b")]
    private static partial Regex OfTheRequest();
}
