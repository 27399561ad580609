namespace Cms.Content.Sources.TextPages;

/// <summary>How far the lines between headline and body have been read, and what was found.</summary>
internal sealed record MetaState
{
    public required PageLine[] Lines { get; init; }

    public required PageLine Headline { get; init; }

    /// <summary>The block of the story's date; null when it has none.</summary>
    public required int? DateGroup { get; init; }

    /// <summary>The block of the line before.</summary>
    public required int PreviousGroup { get; init; }

    public required ReadingContext Context { get; init; }

    public required Margin Margin { get; init; }

    public DateBlock? Updated { get; init; }

    public int At { get; init; }

    public PageLine Line => Lines[At];

    public bool BodyFollows => At + 1 < Lines.Length;

    public bool IsBesideDate => Line.Group == DateGroup;

    public bool NeedsByline => Margin.Byline is null;

    /// <summary>The state behind the next lines.</summary>
    public MetaState Past(int lines, Margin margin) =>
        this with { At = At + lines, Margin = margin, PreviousGroup = Lines[At + lines - 1].Group };
}
