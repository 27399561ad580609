using System.Text.Json.Serialization;

namespace Cms.Content.Bodies;

/// <summary>One typed part of a body. Its id is stable across edits, so that clients can link to it and comments can stay on it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(QuoteBlock), "quote")]
[JsonDerivedType(typeof(CodeBlock), "code")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ImageBlock), "image")]
[JsonDerivedType(typeof(EmbedBlock), "embed")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
public abstract record Block
{
    /// <summary>Identifies the block within its article; kept when the text around it changes.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>`ltr` or `rtl` where the block runs against its article; null otherwise.</summary>
    [JsonPropertyOrder(-1)]
    public string? Direction { get; init; }
}

/// <summary>A paragraph of running text.</summary>
public sealed record ParagraphBlock : Block
{
    /// <summary>What the paragraph is for: `caption`, `signature` or `summary`; null for running text.</summary>
    public string? Role { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<Run> Content { get; init; }
}

/// <summary>A heading inside the body.</summary>
public sealed record HeadingBlock : Block
{
    /// <summary>1 (highest) to 6; sub-headings of a story start at 2.</summary>
    public required int Level { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<Run> Content { get; init; }
}

/// <summary>A list, ordered or not; nesting is a level on each item.</summary>
public sealed record ListBlock : Block
{
    /// <summary>True for a numbered list.</summary>
    public required bool Ordered { get; init; }

    /// <summary>The number of the first item of a numbered list; null means 1.</summary>
    public int? Start { get; init; }

    /// <summary>The items, in order.</summary>
    public required IReadOnlyList<ListItem> Items { get; init; }
}

/// <summary>One item of a list.</summary>
public sealed record ListItem
{
    /// <summary>Depth, 0 (outermost) to 5.</summary>
    public required int Level { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<Run> Content { get; init; }
}

/// <summary>A quotation set apart from the text.</summary>
public sealed record QuoteBlock : Block
{
    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<Run> Content { get; init; }

    /// <summary>Who is quoted; null when the text says it.</summary>
    public string? Attribution { get; init; }
}

/// <summary>Preformatted text, such as source code.</summary>
public sealed record CodeBlock : Block
{
    /// <summary>The text, line breaks kept.</summary>
    public required string Text { get; init; }

    /// <summary>The programming language, in lower case; null when unknown.</summary>
    public string? Language { get; init; }
}

/// <summary>A table: rows of cells, each cell a list of runs.</summary>
public sealed record TableBlock : Block
{
    /// <summary>True when the first row is a header.</summary>
    public required bool Header { get; init; }

    /// <summary>The rows, each an array of cells.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows { get; init; }
}

/// <summary>A picture by address.</summary>
public sealed record ImageBlock : Block
{
    /// <summary>The absolute http or https address of the picture.</summary>
    public required string Url { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>The line printed with the picture.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made or owns the picture.</summary>
    public string? Credit { get; init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }
}

/// <summary>Something shown from another site (a video, a post), by address only.</summary>
public sealed record EmbedBlock : Block
{
    /// <summary>The absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>Whose it is, such as `youtube`; null when unknown.</summary>
    public string? Provider { get; init; }
}

/// <summary>A thematic break.</summary>
public sealed record DividerBlock : Block;
