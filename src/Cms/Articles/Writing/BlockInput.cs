using System.Text.Json.Serialization;
using Cms.Content.Bodies;

namespace Cms.Articles.Writing;

/// <summary>One typed part of a body, as it is sent. A block that is sent with the id it had keeps it, whatever else changes in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ParagraphBlockInput), "paragraph")]
[JsonDerivedType(typeof(HeadingBlockInput), "heading")]
[JsonDerivedType(typeof(ListBlockInput), "list")]
[JsonDerivedType(typeof(QuoteBlockInput), "quote")]
[JsonDerivedType(typeof(CodeBlockInput), "code")]
[JsonDerivedType(typeof(TableBlockInput), "table")]
[JsonDerivedType(typeof(ImageBlockInput), "image")]
[JsonDerivedType(typeof(EmbedBlockInput), "embed")]
[JsonDerivedType(typeof(DividerBlockInput), "divider")]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal abstract record BlockInput
{
    /// <summary>The id that the block has or is to have; made where it is absent.</summary>
    public string? Id { get; init; }

    /// <summary>`ltr` or `rtl` where the block runs against its article.</summary>
    public string? Direction { get; init; }

    /// <summary>The block; its id is empty where none was sent.</summary>
    public abstract Block ToBlock();
}

/// <summary>A paragraph of running text.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ParagraphBlockInput : BlockInput
{
    /// <summary>What the paragraph is for: `caption`, `signature` or `summary`; null for running text.</summary>
    public string? Role { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<RunInput> Content { get; init; }

    public override Block ToBlock() => new ParagraphBlock { Id = Id ?? "", Direction = Direction, Role = Role, Content = RunInput.ToRuns(Content) };
}

/// <summary>A heading inside the body.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HeadingBlockInput : BlockInput
{
    /// <summary>1 (highest) to 6; sub-headings of a story start at 2.</summary>
    public required int Level { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<RunInput> Content { get; init; }

    public override Block ToBlock() => new HeadingBlock { Id = Id ?? "", Direction = Direction, Level = Level, Content = RunInput.ToRuns(Content) };
}

/// <summary>A list, ordered or not; nesting is a level on each item.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ListBlockInput : BlockInput
{
    /// <summary>True for a numbered list.</summary>
    public required bool Ordered { get; init; }

    /// <summary>The number of the first item of a numbered list; null means 1.</summary>
    public int? Start { get; init; }

    /// <summary>The items, in order.</summary>
    public required IReadOnlyList<ListItemInput> Items { get; init; }

    public override Block ToBlock() => new ListBlock
    {
        Id = Id ?? "",
        Direction = Direction,
        Ordered = Ordered,
        Start = Start,
        Items = [.. Items.Select(item => new ListItem { Level = item.Level, Content = RunInput.ToRuns(item.Content) })],
    };
}

/// <summary>One item of a list.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ListItemInput
{
    /// <summary>Depth, 0 (outermost) to 5.</summary>
    public int Level { get; init; }

    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<RunInput> Content { get; init; }
}

/// <summary>A quotation set apart from the text.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record QuoteBlockInput : BlockInput
{
    /// <summary>The text, in order.</summary>
    public required IReadOnlyList<RunInput> Content { get; init; }

    /// <summary>Who is quoted; null when the text says it.</summary>
    public string? Attribution { get; init; }

    public override Block ToBlock() =>
        new QuoteBlock { Id = Id ?? "", Direction = Direction, Content = RunInput.ToRuns(Content), Attribution = Attribution };
}

/// <summary>Preformatted text, such as source code.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CodeBlockInput : BlockInput
{
    /// <summary>The text, line breaks kept.</summary>
    public required string Text { get; init; }

    /// <summary>The programming language; null when unknown.</summary>
    public string? Language { get; init; }

    public override Block ToBlock() => new CodeBlock { Id = Id ?? "", Direction = Direction, Text = Text, Language = Language };
}

/// <summary>A table: rows of cells, each cell a list of runs.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TableBlockInput : BlockInput
{
    /// <summary>True when the first row is a header.</summary>
    public bool Header { get; init; }

    /// <summary>The rows, each an array of cells.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<RunInput>>> Rows { get; init; }

    public override Block ToBlock() => new TableBlock
    {
        Id = Id ?? "",
        Direction = Direction,
        Header = Header,
        Rows = [.. Rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(RunInput.ToRuns)])],
    };
}

/// <summary>A picture by address.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ImageBlockInput : BlockInput
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

    public override Block ToBlock() => new ImageBlock
    {
        Id = Id ?? "",
        Direction = Direction,
        Url = Url,
        Alt = Alt,
        Caption = Caption,
        Credit = Credit,
        Width = Width,
        Height = Height,
    };
}

/// <summary>Something shown from another site (a video, a post), by address only.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EmbedBlockInput : BlockInput
{
    /// <summary>The absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>Whose it is, such as `youtube`; null when unknown.</summary>
    public string? Provider { get; init; }

    public override Block ToBlock() => new EmbedBlock { Id = Id ?? "", Direction = Direction, Url = Url, Provider = Provider };
}

/// <summary>A thematic break.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DividerBlockInput : BlockInput
{
    public override Block ToBlock() => new DividerBlock { Id = Id ?? "", Direction = Direction };
}

/// <summary>A stretch of text with one set of marks.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RunInput
{
    /// <summary>The text as is, never markup; a line feed is a hard break.</summary>
    public required string Text { get; init; }

    /// <summary>Of `strong`, `em`, `underline`, `strike`, `code`, `sub`, `sup`.</summary>
    public IReadOnlyList<string>? Marks { get; init; }

    /// <summary>The address that the text links to.</summary>
    public string? Href { get; init; }

    /// <summary>The runs that these are.</summary>
    public static IReadOnlyList<Run> ToRuns(IReadOnlyList<RunInput> content) =>
        [.. content.Select(run => new Run { Text = run.Text, Marks = run.Marks ?? [], Href = run.Href })];
}
