using System.Globalization;
using Cms.Content.Bodies;
using Cms.Content.Sources.MarkdownPages;
using Cms.Content.Sources.StatedFacts;
using Cms.Content.Text;

namespace Cms.Content.Sources;

/// <summary>
/// Reads Markdown with YAML front matter, as Hugo, Jekyll and Ghost export it; without a title, the first heading of level 1 is the headline.
/// </summary>
public static class MarkdownPageReader
{
    /// <summary>Counts up whenever the same bytes would be read differently.</summary>
    public const int ParserVersion = 1;

    /// <summary>Lines of a document at most.</summary>
    public const int MaxLines = TextPageReader.MaxLines;

    /// <summary>Reads a document; the outcome is a manuscript or the reason why there is none, never an exception.</summary>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        var source = DecodedMarkup.Of(bytes);
        if (source.Refusal is not null) return new Reading(null, source.Refusal);
        if (source.Text.Count('\n') >= MaxLines) return TooLarge(MaxLines + 1, $"at most {MaxLines} lines", source.Text.Count('\n') + 1);
        if (SourceText.ForeignFormat(source.Text) is { } foreign) return new Reading(null, foreign);

        var front = FrontMatter.Of(source.Text);
        if (front.Refusal is not null) return new Reading(null, front.Refusal);
        if (front.Markdown.Length > BodyRules.MaxSource) return TooLarge(null, $"at most {BodyRules.MaxSource} characters", front.Markdown.Length);

        var warnings = new List<SourceWarning>([.. source.Warnings, .. front.Warnings]);
        var facts = FrontMatterFacts.Of(front.Stated, context, warnings);
        var parsed = MarkdownBody.Read(front.Markdown);
        warnings.AddRange(DroppedParts.Warning(parsed.Dropped));
        var body = StoredBody.Of(parsed.Blocks);
        if (facts.Headline is null && body.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } title)
        {
            facts = facts with { Headline = new StatedValue { Line = 1, Text = string.Concat(title.Content.Select(run => run.Text)) } };
            body = [.. body.Where(block => block != title)];
        }
        return ManuscriptWriter.Write(facts, body, context, warnings);
    }

    private static Reading TooLarge(int? line, string expected, int found) => new(null, new SourceRefusal(
        "E_TOO_LARGE", line, null, null, string.Create(CultureInfo.InvariantCulture, $"Expected {expected}, found {found}.")));
}
