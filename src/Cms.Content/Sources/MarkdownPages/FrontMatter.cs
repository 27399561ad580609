using Cms.Content.Sources.StatedFacts;

namespace Cms.Content.Sources.MarkdownPages;

/// <summary>The YAML that opens a Markdown file between two lines of three hyphens, and the Markdown below it.</summary>
internal sealed record FrontMatter
{
    private const int Longest = 64 * 1024;

    public required StatedValue Stated { get; init; }

    public required string Markdown { get; init; }

    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];

    public SourceRefusal? Refusal { get; init; }

    /// <summary>Parts a text whose line breaks are line feeds.</summary>
    public static FrontMatter Of(string text)
    {
        var without = new FrontMatter { Stated = new StatedValue { Line = 1 }, Markdown = text };
        if (IsFence(text, 0, "+++") && Closing(text, "+++") > 0)
        {
            return Refused(without, "E_FORMAT", 1, "Expected YAML front matter between lines of ---, found TOML between lines of +++.");
        }
        // Three hyphens that nothing closes are a rule across the page.
        if (!IsFence(text, 0, "---") || Closing(text, "---") is not (> 0 and var end)) return without;

        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (end - start > Longest)
        {
            return Refused(without, "E_TOO_LARGE", 1, $"Expected at most {Longest} characters of front matter, found {end - start}.");
        }
        var yaml = YamlReader.Read(text[start..end], linesAbove: 1);
        if (yaml.Refusal is not null) return without with { Refusal = yaml.Refusal };
        if (yaml.Stated is null) return without;

        var below = text.IndexOf('\n', end);
        return new FrontMatter { Stated = yaml.Stated, Warnings = yaml.Warnings, Markdown = below < 0 ? "" : text[(below + 1)..] };
    }

    private static int Closing(string text, string fence)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal) + 1; at > 0 && at < text.Length; at = text.IndexOf('\n', at) + 1)
        {
            if (IsFence(text, at, fence) || (fence == "---" && IsFence(text, at, "..."))) return at;
        }
        return -1;
    }

    private static bool IsFence(string text, int at, string fence)
    {
        if (string.CompareOrdinal(text, at, fence, 0, fence.Length) != 0) return false;
        var end = at + fence.Length;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        return end == text.Length || text[end] == '\n';
    }

    private static FrontMatter Refused(FrontMatter page, string code, int line, string detail) =>
        page with { Refusal = new SourceRefusal(code, line, null, null, detail) };
}
