namespace Cms.Articles;

/// <summary>Reads from a row the ids of everything that its story shows.</summary>
internal static class ArticleKeys
{
    /// <summary>How the views begin each reference; inside of a JSON string no quote stands bare.</summary>
    private const string Reference = "{\"id\":\"";

    private const int IdLength = 36;

    /// <summary>The story, its publication, section, authors, tags and translations: it changes only when one of these does.</summary>
    public static IEnumerable<Guid> Of(ArticleRow row)
    {
        yield return row.Id;
        yield return row.PublicationId;
        if (row.TranslationGroup is { } group)
        {
            yield return group;
        }

        foreach (var references in new[] { row.Section, row.Authors, row.Tags, row.Translations })
        {
            for (var at = Next(references, 0); at >= 0; at = Next(references, at))
            {
                at += Reference.Length;
                yield return Guid.ParseExact(references.AsSpan(at, IdLength), "D");
            }
        }
    }

    private static int Next(string? references, int from) => references?.IndexOf(Reference, from, StringComparison.Ordinal) ?? -1;
}
