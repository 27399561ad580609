namespace Cms.Content.Sources.HtmlPages;

/// <summary>A stretch of a page that an element encloses, and how much text stands in it.</summary>
internal sealed class PageRegion
{
    private PageRegion? holder;

    public required string Name { get; init; }

    /// <summary>The region around it; null at the top.</summary>
    public required PageRegion? Parent { get; init; }

    /// <summary>True where the page marks the element as the article's body.</summary>
    public required bool IsMarkedBody { get; init; }

    public required int Line { get; init; }

    /// <summary>Where the start tag begins.</summary>
    public required int TagStart { get; init; }

    /// <summary>Where the content begins.</summary>
    public required int Start { get; init; }

    /// <summary>Where the content ends.</summary>
    public int End { get; set; }

    /// <summary>Where the end tag ends.</summary>
    public int TagEnd { get; set; }

    /// <summary>Characters of text that no region inside holds.</summary>
    public int Text { get; set; }

    /// <summary>Of these, the characters in paragraphs.</summary>
    public int ParagraphText { get; set; }

    /// <summary>Where its text counts: a quotation is a part of what it stands in.</summary>
    public PageRegion TextHolder => Name == "blockquote" && Parent is not null ? holder ??= Parent.TextHolder : this;

    /// <summary>True for what stands beside a story and is never a part of it.</summary>
    public bool IsAside => Name is "nav" or "aside" || (Name == "footer" && Parent?.Name != "blockquote");

    /// <summary>True for an article, the main part of a page, or a marked body.</summary>
    public bool IsStory => IsMarkedBody || Name is "article" or "main";
}
