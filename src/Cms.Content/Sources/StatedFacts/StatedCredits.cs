using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>Whom a document credits: one line as printed, or a list of names, some with jobs.</summary>
internal static class StatedCredits
{
    private const int MostAuthors = 50;
    private const int LongestName = 200;
    private const int LongestLine = 500;

    public static Byline? Read(IReadOnlyList<StatedValue> stated, List<SourceWarning> warnings)
    {
        var values = stated.SelectMany(value => value.Each).Where(value => value.Stored is { } text && !IsAddress(text)).ToArray();
        if (values is [{ Text: not null, Stored: { Length: <= LongestLine } line }]) return OfLine(line);

        var authors = new List<ManuscriptAuthor>();
        string? agency = null;
        foreach (var value in values)
        {
            var name = Normalization.StripTatweel(value.Stored!);
            if (name.Length > LongestName || authors.Count == MostAuthors)
            {
                warnings.Add(new SourceWarning("W_METADATA", value.Line, Found.Instead(
                    $"at most {MostAuthors} names of at most {LongestName} characters", "and left out", name)));
            }
            else if (IsOrganisation(value) || Credits.IsAgency(name)) agency ??= name;
            else authors.Add(new ManuscriptAuthor(name, JobOf(value)));
        }
        ManuscriptAuthor[] credited = [.. authors.DistinctBy(author => FoldedText.Fold(author.Name))];
        return credited.Length == 0 && agency is null ? null : new Byline(Joined(credited, agency), credited, agency);
    }

    private static Byline OfLine(string line)
    {
        var page = PageLine.Of([new SourceLine(1, line, Normalization.ForMatching(line), 0, line.Length)]);
        return BylineReader.Read(Markers.TakeByline(page[0]) ?? line);
    }

    private static string Joined(ManuscriptAuthor[] authors, string? agency)
    {
        string[] names = authors.Length > 0 ? [.. authors.Select(author => author.Name)] : [agency!];
        var isArabic = Languages.DirectionOf(Languages.Detect(string.Concat(names), "en")) == "rtl";
        return string.Join(isArabic ? "، " : ", ", names);
    }

    private static string? JobOf(StatedValue value) =>
        value.Find("jobtitle", "title", "job", "role")?.Stored is { Length: <= LongestName } job ? job : null;

    private static bool IsOrganisation(StatedValue value) => value.Members.GetValueOrDefault("@type") is { } type
        && type.Each.Any(name => name.Text?.EndsWith("Organization", StringComparison.Ordinal) == true);

    // Many sites state the address of a profile where a name belongs.
    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
