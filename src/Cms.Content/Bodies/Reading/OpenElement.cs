namespace Cms.Content.Bodies.Reading;

/// <summary>Where the next text and the next blocks go; an element hands its place on to what it holds.</summary>
internal readonly record struct Place
{
    /// <summary>Takes the text; null where text stands loose between blocks, or in a list.</summary>
    public RunLines? Text { get; init; }

    public ParagraphReading? Paragraph { get; init; }

    public CodeReading? Code { get; init; }

    /// <summary>The list whose items are being read.</summary>
    public ListReading? List { get; init; }

    /// <summary>The depth of the list's items.</summary>
    public int Level { get; init; }

    /// <summary>The figure that takes the blocks.</summary>
    public FigureReading? Figure { get; init; }

    /// <summary>The name of the block that holds text only, so that other blocks have to wait until it ends; null outside of one.</summary>
    public string? Inside { get; init; }

    public string? Direction { get; init; }

    public bool KeepsLines { get; init; }
}

/// <summary>An element that waits for its end tag.</summary>
internal sealed class OpenElement
{
    public required string Name { get; init; }

    public required Place Place { get; init; }

    /// <summary>What its end does, once it is no longer open.</summary>
    public Action? Closed { get; init; }

    /// <summary>The marks outside, where the element starts without any (cells and captions of tables).</summary>
    public InlineState? Outside { get; init; }

    public TableReading? Table { get; init; }

    public QuoteReading? Quote { get; init; }

    /// <summary>True for elements that an end tag of another kind inside them must not close.</summary>
    public bool IsWall => Name is "table" or "td" or "th" or "caption";

    /// <summary>True for inline elements, which any block's end closes.</summary>
    public bool IsInline { get; init; }
}
