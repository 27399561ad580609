namespace Cms.Content.Sources.TextPages;

/// <summary>What stands around a headline and its date besides them.</summary>
internal sealed record Margin
{
    public Byline? Byline { get; init; }

    public string? Agency { get; init; }

    public string? Section { get; init; }

    /// <summary>Captions and lines of unknown kind, which open the body.</summary>
    public IReadOnlyList<LeadLine> Lead { get; init; } = [];

    public IReadOnlyList<PageLine> Furniture { get; init; } = [];

    public Margin Add(PageLine line, LeadKind kind) => this with { Lead = [.. Lead, new LeadLine(line, kind)] };

    public Margin Drop(params ReadOnlySpan<PageLine> lines) => this with { Furniture = [.. Furniture, .. lines] };

    public Margin Credit(Byline byline) => this with { Byline = byline, Agency = Agency ?? byline.Agency };
}

/// <summary>A line that stands before the body and is kept in it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Kind">What is known of it.</param>
internal sealed record LeadLine(PageLine Line, LeadKind Kind);

internal enum LeadKind
{
    Caption,
    Unclassified,
}
