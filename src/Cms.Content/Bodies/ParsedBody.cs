namespace Cms.Content.Bodies;

/// <summary>What was read from foreign text: blocks, and what had no place in them.</summary>
public sealed record ParsedBody
{
    /// <summary>The blocks, each with an id: its own where it came with a valid one, else `b1`, `b2` and so on.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What was left out or unwrapped to its text, in alphabetical order.</summary>
    public required IReadOnlyList<DroppedPart> Dropped { get; init; }

    /// <summary>Those ids of blocks that stood in the text; the others were made up.</summary>
    public required IReadOnlySet<string> GivenIds { get; init; }
}

/// <summary>A kind of markup that was left out, such as `script element` or `javascript: link`, and how often.</summary>
public sealed record DroppedPart(string What, int Count);
