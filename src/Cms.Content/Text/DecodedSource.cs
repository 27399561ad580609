using Cms.Content.Sources;

namespace Cms.Content.Text;

/// <summary>A document's bytes as lines of text, or why they are none.</summary>
public sealed record DecodedSource
{
    /// <summary>Every line of the file, blank ones too; empty when the document is refused.</summary>
    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>The encoding that the bytes were read with, such as `utf-8` or `windows-1256`; empty when none fits.</summary>
    public required string EncodingName { get; init; }

    /// <summary>What was noticed and got over.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; init; } = [];

    /// <summary>Why the document cannot be read; null when it can.</summary>
    public SourceRefusal? Refusal { get; init; }
}

/// <summary>One line of a document.</summary>
/// <param name="Number">The 1-based line in the original file.</param>
/// <param name="Text">The form for storing; empty when the line is blank.</param>
/// <param name="Match">The form for matching: no marks, no tatweel, digits and case folded.</param>
/// <param name="Indent">How many spaces the original line begins with; a tab counts as four.</param>
/// <param name="RawLength">Characters of the original line, its end not counted.</param>
public sealed record SourceLine(int Number, string Text, string Match, int Indent, int RawLength);
