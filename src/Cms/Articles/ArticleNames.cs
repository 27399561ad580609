using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>Puts names in the place of ids, as the views write them.</summary>
internal static class ArticleNames
{
    private const int IdLength = 36;

    /// <summary>The rows with what they refer to.</summary>
    public static async Task<IReadOnlyList<ArticleRow>> Put(NameBook names, IReadOnlyList<ArticleRow> rows, CancellationToken cancellationToken)
    {
        var known = await names.Read(rows.SelectMany(IdsOf), cancellationToken);
        return [.. rows.Select(row => Put(known, row))];
    }

    /// <summary>The row with what it refers to, where all of it is known. What was merged is named once.</summary>
    public static ArticleRow Put(IReadOnlyDictionary<Guid, string?> known, ArticleRow row) => row with
    {
        Publication = known[row.PublicationId]!,
        Section = row.SectionId is { } section ? known[section] : null,
        Authors = ArrayOf(row.Credits.DistinctBy(credit => known[IdOf(credit)]).Select(credit => Credited(known[IdOf(credit)], credit))),
        Tags = ArrayOf(row.TagIds.Select(tag => known[tag]).Distinct()),
    };

    private static IEnumerable<Guid> IdsOf(ArticleRow row)
    {
        var filed = row.TagIds.Concat(row.Credits.Select(IdOf)).Append(row.PublicationId);
        return row.SectionId is { } section ? filed.Append(section) : filed;
    }

    private static Guid IdOf(string credit) => Guid.ParseExact(credit.AsSpan(0, IdLength), "D");

    private static string? Credited(string? contributor, string credit) =>
        contributor is null ? null : $"{contributor.AsSpan()[..^1]},\"role\":{credit.AsSpan(IdLength)}}}";

    /// <summary>What is not public has no name here and is left out.</summary>
    private static string? ArrayOf(IEnumerable<string?> references) =>
        string.Join(',', references.OfType<string>()) is { Length: > 0 } list ? $"[{list}]" : null;
}
