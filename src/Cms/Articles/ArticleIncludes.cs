using System.Text.Json;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>Reads from rows which contributors, sections and publications are to be included.</summary>
internal static class ArticleIncludes
{
    /// <summary>The ids that the rows show, as far as they are asked for; nothing that the rows hide.</summary>
    public static IncludedIds Of(IReadOnlyList<ArticleRow> rows, IReadOnlyCollection<string> include) => new()
    {
        Contributors = include.Contains("authors") ? [.. rows.SelectMany(Authors).Distinct()] : [],
        Sections = include.Contains("section") ? [.. rows.Select(Section).OfType<Guid>().Distinct()] : [],
        Publications = include.Contains("publication") ? [.. rows.Select(row => row.PublicationId).Distinct()] : [],
    };

    private static IEnumerable<Guid> Authors(ArticleRow row) => row.Authors is null
        ? []
        : JsonSerializer.Deserialize(row.Authors, ArticleJson.Default.IReadOnlyListAuthorCredit)!.Select(author => author.Id);

    private static Guid? Section(ArticleRow row) =>
        row.Section is null ? null : JsonSerializer.Deserialize(row.Section, ArticleJson.Default.SectionReference)!.Id;
}
