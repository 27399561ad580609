using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>Puts names in the place of ids, as the newsroom's views write them.</summary>
internal static class ArticleNames
{
    private const int IdLength = 36;

    /// <summary>The rows with what they refer to.</summary>
    public static async Task<IReadOnlyList<ArticleRow>> Put(NameBook names, IReadOnlyList<ArticleRow> rows, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>(rows.Count * 8);
        foreach (var row in rows)
        {
            AddIds(row, ids);
        }

        var known = await names.Read(ids, cancellationToken);
        var named = new ArticleRow[rows.Count];
        for (var index = 0; index < named.Length; index++)
        {
            named[index] = Put(known, rows[index]);
        }

        return named;
    }

    /// <summary>The row with what it refers to, where all of it is known. What was merged is named once.</summary>
    public static ArticleRow Put(IReadOnlyDictionary<Guid, string?> known, ArticleRow row) => row with
    {
        Publication = known[row.PublicationId]!,
        Section = row.SectionId is { } section ? known[section] : null,
        Authors = Authors(known, row.Credits),
        Tags = Tags(known, row.TagIds),
    };

    private static void AddIds(ArticleRow row, List<Guid> ids)
    {
        ids.Add(row.PublicationId);
        if (row.SectionId is { } section)
        {
            ids.Add(section);
        }

        foreach (var credit in row.Credits)
        {
            ids.Add(IdOf(credit));
        }

        ids.AddRange(row.TagIds);
    }

    private static Guid IdOf(string credit) => Guid.ParseExact(credit.AsSpan(0, IdLength), "D");

    private static string? Authors(IReadOnlyDictionary<Guid, string?> known, string[] credits)
    {
        var list = new NamedReferences(credits.Length);
        foreach (var credit in credits)
        {
            list.Add(known[IdOf(credit)], role: credit.AsSpan(IdLength));
        }

        return list.ToJson();
    }

    private static string? Tags(IReadOnlyDictionary<Guid, string?> known, Guid[] ids)
    {
        var list = new NamedReferences(ids.Length);
        foreach (var id in ids)
        {
            list.Add(known[id], role: []);
        }

        return list.ToJson();
    }
}
