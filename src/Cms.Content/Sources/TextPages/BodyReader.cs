using Cms.Content.Bodies;

namespace Cms.Content.Sources.TextPages;

/// <summary>Turns the segments of the body into typed blocks, numbered `b1`, `b2`, ….</summary>
internal static class BodyReader
{
    public static PageBody Read(IReadOnlyList<LeadLine> lead, PageLine[] lines)
    {
        var blocks = new List<Block>();
        var warnings = new List<SourceWarning>();
        foreach (var line in lead)
        {
            blocks.Add(Paragraph(line.Line.Text, line.Kind == LeadKind.Caption ? "caption" : null));
            if (line.Kind == LeadKind.Unclassified) warnings.Add(Unclassified(line.Line));
        }
        var segments = Segmenter.Read(lines);
        PageLine? firstParagraph = null;
        string? firstText = null;
        for (var at = 0; at < segments.Count; at++)
        {
            var segment = segments[at];
            var kind = KindOf(segments, at, firstParagraph is not null);
            if (kind is SegmentKind.Unclassified) warnings.Add(Unclassified(segment.First));
            if (kind is SegmentKind.Paragraph && firstParagraph is null) (firstParagraph, firstText) = (segment.First, segment.Text);
            blocks.AddRange(Blocks(segment, kind));
        }
        return new PageBody([.. blocks.Select((block, at) => block with { Id = $"b{at + 1}" })], firstText, warnings);
    }

    private static SegmentKind KindOf(IReadOnlyList<Segment> all, int at, bool afterFirstParagraph)
    {
        var segment = all[at];
        if (segment.List is not null) return SegmentKind.List;
        if (BlockClassifier.IsAddress(segment.Text)) return SegmentKind.Embed;
        if (BlockClassifier.SignatureStart(segment.Text) == 0) return SegmentKind.Signature;
        if (afterFirstParagraph && BlockClassifier.IsOpenSignature(segment.Text)) return SegmentKind.Signature;

        var isLast = at == all.Count - 1;
        if (isLast && afterFirstParagraph && BlockClassifier.IsBracketedAgency(segment.Text)) return SegmentKind.Signature;
        if (Markers.IsCaption(segment.Text, FoldedText.Fold(segment.Text))) return SegmentKind.Caption;
        if (!afterFirstParagraph && !isLast && BlockClassifier.IsCreditedCaption(segment.Text)) return SegmentKind.Caption;
        if (!segment.IsOneLine || !BlockClassifier.HasHeadingShape(segment.Text)) return SegmentKind.Paragraph;

        if (!afterFirstParagraph) return all.Skip(at + 1).Any(IsRunningText) ? SegmentKind.Unclassified : SegmentKind.Paragraph;
        if (isLast) return SegmentKind.Unclassified;
        return IsRunningText(all[at + 1]) && StandsAlone(all, at) ? SegmentKind.Heading : SegmentKind.Paragraph;
    }

    private static bool IsRunningText(Segment segment) =>
        segment.List is null && !(segment.IsOneLine && BlockClassifier.HasHeadingShape(segment.Text)) && !BlockClassifier.IsAddress(segment.Text)
        && BlockClassifier.SignatureStart(segment.Text) != 0;

    // Without a blank line above, a short line after an unfinished one may be its end.
    private static bool StandsAlone(IReadOnlyList<Segment> all, int at) =>
        all[at - 1].First.Group != all[at].First.Group || Punctuation.EndsOpenOrQuoted(all[at - 1].Text);

    private static IEnumerable<Block> Blocks(Segment segment, SegmentKind kind) => kind switch
    {
        SegmentKind.List => [segment.List!],
        SegmentKind.Embed => [new EmbedBlock { Id = "", Url = segment.Text, Provider = BlockClassifier.ProviderOf(segment.Text) }],
        SegmentKind.Heading => [new HeadingBlock { Id = "", Level = 2, Content = [new Run { Text = segment.Text }] }],
        SegmentKind.Caption => [Paragraph(segment.Text, "caption")],
        SegmentKind.Signature => [Paragraph(segment.Text, "signature")],
        _ when BlockClassifier.SignatureStart(segment.Text) is > 0 and var start =>
            [Paragraph(segment.Text[..start].TrimEnd(), null), Paragraph(segment.Text[start..], "signature")],
        _ => [Paragraph(segment.Text, null)],
    };

    private static ParagraphBlock Paragraph(string text, string? role) =>
        new() { Id = "", Role = role, Content = [new Run { Text = text }] };

    private static SourceWarning Unclassified(PageLine line) =>
        new("W_UNCLASSIFIED", line.Number, Found.Instead("a byline, a caption or a paragraph", "a line of unknown kind (kept):", line.Text));

    private enum SegmentKind
    {
        Paragraph,
        Unclassified,
        Heading,
        List,
        Caption,
        Embed,
        Signature,
    }
}

/// <summary>The blocks of a body.</summary>
/// <param name="Blocks">In order; empty when there is no body.</param>
/// <param name="FirstParagraph">The first paragraph of running text, where a dateline may stand.</param>
/// <param name="Warnings">Lines that could not be told apart.</param>
internal sealed record PageBody(IReadOnlyList<Block> Blocks, string? FirstParagraph, IReadOnlyList<SourceWarning> Warnings);
