namespace Cms.Content.Sources.TextPages;

/// <summary>Takes furniture, tags and a printed masthead off the lines below the headline; what is not surely one of them stays.</summary>
internal static class FooterReader
{
    private const int LongestTag = 6;
    private const int TagSearchDepth = 15;
    private const int ShortestBrokenLine = 40;

    private static readonly PhraseList TagLabels = new(
        "tags", "tag", "keywords", "key words", "topics",
        "الكلمات المفتاحية", "كلمات مفتاحية", "كلمات دلالية", "الكلمات الدلالية", "وسوم", "الوسوم");

    public static Footer Read(PageLine[] lines, IReadOnlyList<MastheadLine> masthead)
    {
        var furniture = lines.Where((line, at) => Furniture.Is(line) && !IsMiddleOfSentence(lines, at)).ToArray();
        var tagsMayBeBare = lines.Length > 1 && furniture.Contains(lines[^2]) && !furniture.Contains(lines[^1]);
        var story = lines.Except(furniture).ToArray();
        var (tags, tagLines) = ReadTags(story, tagsMayBeBare);
        story = [.. story.Except(tagLines)];
        var offices = MastheadAtEnd(story, masthead);
        return new Footer
        {
            Story = offices is null ? story : story[..offices.Start],
            Furniture = furniture,
            Tags = tags,
            Masthead = offices?.Offices ?? [],
        };
    }

    private static bool IsMiddleOfSentence(PageLine[] lines, int at) =>
        at > 0
        && lines[at - 1] is var previous
        && previous.Group == lines[at].Group
        && previous.Text.Length > ShortestBrokenLine
        && !Punctuation.EndsOpenOrQuoted(previous.Text)
        && !Furniture.Is(previous);

    private static (string[] Tags, PageLine[] Lines) ReadTags(PageLine[] story, bool mayBeBare)
    {
        for (var at = Math.Max(1, story.Length - TagSearchDepth); at < story.Length; at++)
        {
            var folded = story[at].Folded;
            var end = TagLabels.LengthAt(folded.Value, 0);
            if (end == 0) continue;
            var rest = folded.From(end);
            if (rest.TrimStart(':', ' ').Length == 0 && BareLines(story, at + 1) is { Length: > 0 } below)
            {
                return ([.. below.SelectMany(line => SplitTags(line.Text)).Distinct()], [story[at], .. below]);
            }
            if (rest.StartsWith(':') && SplitTags(rest[1..]) is { Length: > 0 } tags && tags.All(IsTag)) return (tags, [story[at]]);
        }
        if (story.Length < 2) return ([], []);

        var last = story[^1];
        var words = last.Text.Split(' ');
        if (words.All(word => word.Length > 1 && word[0] == '#')) return (SplitTags(last.Text.Replace('_', ' ')), [last]);
        return mayBeBare && !last.EndsSentence && SplitTags(last.Text) is { Length: > 1 } bare && bare.All(IsTag) ? (bare, [last]) : ([], []);
    }

    private static PageLine[] BareLines(PageLine[] story, int from)
    {
        var below = story[from..];
        return below.All(line => !line.EndsSentence && SplitTags(line.Text).All(IsTag)) ? below : [];
    }

    private static string[] SplitTags(string text) =>
        [.. text.Split([',', '،', '|', ';', '؛', '#'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static bool IsTag(string text) => text.Split(' ').Length <= LongestTag && !Punctuation.EndsSentence(text);

    // One office alone could be a sentence's end; two, or one that the page's head prints too, are a masthead.
    private static MastheadRun? MastheadAtEnd(PageLine[] story, IReadOnlyList<MastheadLine> masthead)
    {
        for (var at = Math.Max(1, story.Length - 16); at < story.Length; at++)
        {
            var run = MastheadReader.ReadFrom(story, at);
            if (run.End == story.Length && (run.Offices.Count > 1 || run.Offices.Any(masthead.Contains))) return run;
        }
        return null;
    }
}

/// <summary>The lines of the body, and what stood among or below them.</summary>
internal sealed record Footer
{
    public required PageLine[] Story { get; init; }

    public required PageLine[] Furniture { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<MastheadLine> Masthead { get; init; }
}
