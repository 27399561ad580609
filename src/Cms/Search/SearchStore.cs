using Cms.Articles;
using Cms.Data;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>Searches what is public, over the pool for searches.</summary>
internal sealed class SearchStore(Database database, NameBook names)
{
    /// <summary>Characters of a body that snippets are looked for in; a match far behind them still counts.</summary>
    private const int TextLength = 100_000;

    /// <summary>The hits of one page, and one more when there is another page.</summary>
    public async Task<IReadOnlyList<SearchHitRow>> Find(
        SearchStatement statement, int limit, WordWeights? weights, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SearchHitRow>(new CommandDefinition(
            statement.Page(limit, weights), statement.Parameters, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>How the scores of these hits came about.</summary>
    public async Task<IReadOnlyDictionary<Guid, Explanation>> Explain(
        SearchStatement statement, Guid[] ids, AnalysedQuery query, WordWeights weights, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ExplanationRow>(new CommandDefinition(
            statement.Explanations(ids), statement.Parameters, cancellationToken: cancellationToken));
        return rows.GroupBy(row => row.Id).ToDictionary(hit => hit.Key, hit => new Explanation
        {
            Words =
            [
                .. hit.Select(row => new WordExplanation
                {
                    Word = query.Words[row.Place].Typed,
                    Weight = Math.Round(weights.Values[row.Place], 4),
                    Frequency = Math.Round(row.Frequency, 2),
                    Score = Math.Round(row.Score, 4),
                }),
            ],
            Length = Math.Round(hit.First().Length, 4),
            Relevance = Math.Round(hit.Sum(row => row.Score), 4),
            Recency = Math.Round(hit.First().Recency, 4),
        });
    }

    /// <summary>How many hits there are, counted to the end or to the cap.</summary>
    public async Task<long> Count(SearchStatement statement, string hits, bool capped, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            capped ? SearchStatement.CappedCount(hits) : SearchStatement.Count(hits), statement.Parameters, cancellationToken: cancellationToken));
    }

    /// <summary>Ids of hits that an index of words alone finds, the newest first.</summary>
    public async Task<Guid[]> FindCandidates(SearchStatement statement, string threshold, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Guid>(new CommandDefinition(
            statement.Candidates(threshold, limit), statement.Parameters, cancellationToken: cancellationToken))];
    }

    /// <summary>The same; null when there are as many as may be looked at, of which the newest are not known.</summary>
    public async Task<Guid[]?> FindFewCandidates(
        SearchStatement statement, string threshold, int limit, int lookedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<(Guid Id, bool AreTooMany)>(new CommandDefinition(
            statement.FewCandidates(threshold, limit, lookedAt), statement.Parameters, cancellationToken: cancellationToken))).AsList();
        return rows.Count > 0 && rows[0].AreTooMany ? null : [.. rows.Select(row => row.Id)];
    }

    /// <summary>Public stories in all, as the statistics have it; 0 in a small archive, which is counted.</summary>
    public async Task<double> ReadArchiveSize(CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<double>(new CommandDefinition(
            "select stories::float8 from search_totals", cancellationToken: cancellationToken));
    }

    /// <summary>The stories of a page by id. One that came down since it was found is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, ArticleRow>> Read(Guid[] ids, bool withBody, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleRow> rows;
        await using (var connection = await database.Search.OpenConnectionAsync(cancellationToken))
        {
            rows = (await connection.QueryAsync<ArticleRow>(new CommandDefinition(
                $"""
                select {ArticleRow.UnnamedColumns}{(withBody ? ", a.body" : "")}
                from public_articles a
                where a.id = any(@ids)
                """,
                new { ids },
                cancellationToken: cancellationToken))).AsList();
        }

        return (await ArticleNames.Put(names, rows, cancellationToken)).ToDictionary(row => row.Id);
    }

    /// <summary>What is shown of hits that tell another's story, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, SameStory>> ReadSameStories(Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return new Dictionary<Guid, SameStory>();
        }

        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SameStoryRow>(new CommandDefinition(
            """
            select article_id as id, slug, headline, published_at
            from published_articles
            where article_id = any(@ids)
            """,
            new { ids },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(
            row => row.Id, row => new SameStory { Id = row.Id, Slug = row.Slug, Headline = row.Headline, PublishedAt = row.PublishedAt });
    }

    /// <summary>The texts that the snippets of a page are cut from.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadTexts(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SearchTextRow>(new CommandDefinition(
            """
            select article_id as id, left(body_text, @TextLength) as text
            from published_articles
            where article_id = any(@ids)
            """,
            new { ids, TextLength },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Text);
    }
}
