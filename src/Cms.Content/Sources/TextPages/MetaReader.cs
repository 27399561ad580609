namespace Cms.Content.Sources.TextPages;

/// <summary>Reads the lines between the headline (or the date below it) and the first line of the body.</summary>
internal static class MetaReader
{
    private const int LongestLabel = 100;
    private const int Deepest = 40;

    // What a line can be, the surest first; the first line that is none of it begins the body.
    private static readonly Func<MetaState, MetaState?>[] Kinds =
    [
        Repetition, PageFurniture, Change, MarkedByline, NameBelowMarker, Caption, Agency, Section, UnmarkedByline, UnknownLabel,
    ];

    public static MetaState Read(MetaState state)
    {
        while (state.At < Math.Min(state.Lines.Length, Deepest))
        {
            var before = state;
            if (Kinds.Select(kind => kind(before)).FirstOrDefault(after => after is not null) is not { } next) break;
            state = next;
        }
        return state.NeedsByline && state.At < state.Lines.Length && Markers.TakeRunTogether(state.Line) is { } name
            ? state with { Margin = state.Margin.Credit(BylineReader.Read(name)) }
            : state;
    }

    private static MetaState? Repetition(MetaState state) =>
        state.Line.Repeats(state.Headline) || (state.At > 0 && state.Line.Repeats(state.Lines[state.At - 1])) ? state.Past(1, state.Margin) : null;

    private static MetaState? PageFurniture(MetaState state) => Furniture.Is(state.Line) ? state.Past(1, state.Margin.Drop(state.Line)) : null;

    private static MetaState? Change(MetaState state) =>
        state.Updated is null && DateBlock.ReadAt(state.Lines, state.At) is { Updated: not null, Published: null } change
            ? state.Past(change.End - change.Start, state.Margin) with { Updated = change }
            : null;

    private static MetaState? MarkedByline(MetaState state) =>
        state.BodyFollows && state.NeedsByline && Markers.TakeByline(state.Line) is { } credit
            ? state.Past(1, state.Margin.Credit(BylineReader.Read(credit)))
            : null;

    private static MetaState? NameBelowMarker(MetaState state) =>
        state.At + 2 < state.Lines.Length && state.NeedsByline && Markers.IsBareByline(state.Line)
        && state.Lines[state.At + 1] is var name && BylineReader.ReadsAsNames(name)
            ? state.Past(2, state.Margin.Credit(BylineReader.Read(name.Text)))
            : null;

    private static MetaState? Caption(MetaState state)
    {
        if (!state.BodyFollows) return null;
        var isDoubled = state.Line.Repeats(state.Lines[state.At + 1]) && !state.Line.IsProse;
        return isDoubled || Markers.IsCaption(state.Line) || BlockClassifier.IsCreditedCaption(state.Line.Text)
            ? state.Past(1, state.Margin.Add(state.Line, LeadKind.Caption))
            : null;
    }

    private static MetaState? Agency(MetaState state) =>
        state.BodyFollows && state.Margin.Agency is null && Credits.IsAgency(state.Line.Text)
            ? state.Past(1, state.Margin with { Agency = state.Line.Text })
            : null;

    private static MetaState? Section(MetaState state) =>
        state.BodyFollows && state.IsBesideDate && state.Margin.Section is null && Sections.Find(state.Line.Folded, state.Context) is { } section
            ? state.Past(1, state.Margin with { Section = section })
            : null;

    // In the date's own block any short line can be the credit; alone in the next block it must read as names.
    private static MetaState? UnmarkedByline(MetaState state)
    {
        if (state.DateGroup is null || !state.NeedsByline) return null;
        var group = state.Line.Group;
        var block = state.Lines.Skip(state.At).TakeWhile(line => line.Group == group).Take(Deepest).ToArray();
        var run = block.TakeWhile(line => BylineReader.HasShape(line) && !Credits.IsAgency(line.Text)).ToArray();
        if (run.Length == 0 || state.At + run.Length >= state.Lines.Length) return null;
        var isAlone = block.Length == 1 && group == state.PreviousGroup + 1 && group != state.Headline.Group;
        if (!state.IsBesideDate && !(isAlone && BylineReader.ReadsAsNames(run[0]))) return null;

        var byline = run.LastOrDefault(line => BylineReader.ReadsAsNames(line) && !IsInHeadline(line, state.Headline)) ?? run[^1];
        return state.Past(run.Length, run.Aggregate(state.Margin, (margin, line) =>
            line == byline ? margin.Credit(BylineReader.Read(line.Text))
            : margin.Add(line, IsInHeadline(line, state.Headline) ? LeadKind.Caption : LeadKind.Unclassified)));
    }

    // A name that the headline names too stands below a picture.
    private static bool IsInHeadline(PageLine line, PageLine headline) =>
        headline.Folded.Value.Contains(line.Folded.Value, StringComparison.Ordinal);

    private static MetaState? UnknownLabel(MetaState state)
    {
        var isBodyApart = state.Lines[^1].Group != state.Line.Group;
        return state.IsBesideDate && isBodyApart && !state.Line.EndsSentence && state.Line.Text.Length <= LongestLabel
            ? state.Past(1, state.Margin.Add(state.Line, LeadKind.Unclassified))
            : null;
    }
}
