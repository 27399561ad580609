using Cms.Articles;

namespace Cms.Search;

/// <summary>Marks the words of a query in the stories of a page, however inflected: PostgreSQL says which of the page's words match.</summary>
internal sealed class Highlighter(SearchStore search, AnalysisStore analysis)
{
    public async Task<IReadOnlyDictionary<Guid, Highlights>> Mark(
        IEnumerable<ArticleRow> articles, string[] queryWords, CancellationToken cancellationToken)
    {
        var rows = articles.ToList();
        if (rows.Count == 0 || queryWords.Length == 0)
        {
            return new Dictionary<Guid, Highlights>();
        }

        var bodies = await search.ReadTexts([.. rows.Select(row => row.Id)], cancellationToken);
        var texts = rows
            .Select(row => (
                row.Id,
                row.Language,
                Headline: new TokenisedText(row.Headline),
                Body: new TokenisedText(bodies.GetValueOrDefault(row.Id, ""))))
            .ToList();
        var words = texts
            .GroupBy(text => text.Language)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(text => text.Headline.Words.Concat(text.Body.Words)).Distinct(StringComparer.Ordinal).ToArray());
        string[] lines = [.. words.Values.Select(list => string.Join('\n', list))];
        var matches = (await analysis.Match(queryWords, [.. words.Keys], lines, cancellationToken))
            .ToLookup(match => match.Language, match => words[match.Language][match.Line]);
        return texts.ToDictionary(text => text.Id, text =>
        {
            var matching = matches[text.Language].ToHashSet(StringComparer.Ordinal);
            return new Highlights { Headline = text.Headline.Mark(matching), Body = text.Body.Snippets(matching) };
        });
    }
}
