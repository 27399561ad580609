using Cms.Content.Text;

namespace Cms.Content.Sources.TextPages;

/// <summary>Tells who is credited by a line, and whether a line without a marker is a credit at all.</summary>
internal static class BylineReader
{
    private const int MostWords = 6;
    private const int LongestWithoutMarker = 60;

    public static Byline Read(string credit)
    {
        var raw = credit.Trim().TrimEnd('=').TrimEnd();
        var authors = new List<ManuscriptAuthor>();
        string? agency = null;
        foreach (var part in BylineSplitter.Split(raw))
        {
            if (Credits.IsAgency(part)) agency ??= part;
            else if (authors.Count > 0 && (Credits.IsJob(part) || Credits.IsCity(part))) authors[^1] = WithTitle(authors[^1], part);
            else if (authors.Count == 0 && Credits.IsCity(part)) continue;
            else authors.Add(Author(part));
        }
        return new Byline(raw, [.. authors.DistinctBy(author => FoldedText.Fold(author.Name))], agency);
    }

    /// <summary>True when the shape alone allows a credit: few words that end in no punctuation.</summary>
    public static bool HasShape(PageLine line) =>
        line.WordCount <= MostWords
        && line.Text.Length <= LongestWithoutMarker
        && !Punctuation.EndsOpenOrQuoted(line.Text)
        && !line.Text.Contains(':', StringComparison.Ordinal)
        && char.IsLetter(line.Text[0])
        && !line.Text.Split(' ').Any(word => char.IsDigit(word[0]));

    /// <summary>The stricter test for lines that stand apart from the date: every part a name, an agency or a job.</summary>
    public static bool ReadsAsNames(PageLine line) =>
        HasShape(line) && BylineSplitter.Split(line.Text).All(part => Names.IsName(part) || Credits.IsAgency(part) || Credits.IsJob(part));

    private static ManuscriptAuthor WithTitle(ManuscriptAuthor author, string title) =>
        author with { Title = author.Title is null ? title : $"{author.Title}, {title}" };

    private static ManuscriptAuthor Author(string part)
    {
        var name = Normalization.StripTatweel(part);
        var place = name.LastIndexOf(" in ", StringComparison.OrdinalIgnoreCase);
        return place > 0 && Names.IsName(name[..place]) && Names.IsName(name[(place + 4)..])
            ? new ManuscriptAuthor(name[..place], name[(place + 4)..])
            : new ManuscriptAuthor(name, null);
    }
}

/// <summary>A credit as printed and whom it names.</summary>
/// <param name="Raw">The credit without its marker.</param>
/// <param name="Authors">The people, in order.</param>
/// <param name="Agency">The agency named beside them or alone.</param>
internal sealed record Byline(string Raw, IReadOnlyList<ManuscriptAuthor> Authors, string? Agency);
