using Cms.Articles;
using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Searches what is public, over the pool for searches.</summary>
internal sealed class SearchStore(Database database)
{
    /// <summary>Characters of a body that snippets are looked for in; a match far behind them still counts.</summary>
    private const int TextLength = 100_000;

    /// <summary>
    /// Analyses a query with its own language. Stories of another language are found where both stemmers agree on a word: English and
    /// Arabic share one configuration and always do; a French plural is found by an English query only as it is written.
    /// Null when nothing in the query can be looked for: stop words, punctuation.
    /// </summary>
    public async Task<AnalysedQuery?> Analyse(SearchWords words, string? language, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<AnalysedQuery>(new CommandDefinition(
            """
            with analysis as (
                select search_configuration(coalesce(@Language, (select language from publications where is_default), '')) as configuration
            ),
            words as (
                select w.is_plain, plainto_tsquery(configuration, w.word) as word
                from analysis, (
                    select true, regexp_split_to_table(search_fold(@Plain), '\s+')
                    union all
                    select false, regexp_split_to_table(search_fold(array_to_string(@Phrases || @Alternatives, ' ')), '\s+')
                ) w (is_plain, word)
            ),
            phrases as (
                select p.is_required, phraseto_tsquery(configuration, search_fold(p.phrase)) as phrase
                from analysis, (
                    select true, unnest(@Phrases)
                    union all
                    select false, unnest(@Alternatives)
                ) p (is_required, phrase)
            ),
            parts as (
                select
                    (select search_any(x)
                     from (select word from words where is_plain union select phrase from phrases where not is_required) y (x)
                     where numnode(x) > 0) as any_of,
                    (select search_all(phrase) from phrases where is_required and numnode(phrase) > 0) as all_of,
                    (select search_any(phraseto_tsquery(configuration, search_fold(x))) from analysis, unnest(@Excluded) x) as none_of,
                    array(select distinct word from words where numnode(word) > 0 order by word)::text[] as words
            ),
            whole as (
                select coalesce(any_of, '') && coalesce(all_of, '') && !!coalesce(none_of, '') as query, words
                from parts
            )
            select query::text as query, words
            from whole
            where numnode(query) > 0
            """,
            new { Language = words.Language ?? language, words.Plain, words.Phrases, words.Alternatives, words.Excluded },
            cancellationToken: cancellationToken));
    }

    /// <summary>The hits of one page, and one more when there is another page.</summary>
    public async Task<IReadOnlyList<SearchHitRow>> Find(SearchStatement statement, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SearchHitRow>(new CommandDefinition(
            statement.Page(limit), statement.Parameters, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>How many hits there are, counted to the end or to the cap.</summary>
    public async Task<long> Count(SearchStatement statement, bool capped, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            capped ? statement.CappedCount : statement.Count, statement.Parameters, cancellationToken: cancellationToken));
    }

    /// <summary>The stories of a page by id. One that came down since it was found is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, ArticleRow>> Read(Guid[] ids, bool withBody, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition(
            $"""
            select {ArticleRow.SummaryColumns}{(withBody ? ", a.body" : "")}
            from public_articles a
            where a.id = any(@ids)
            """,
            new { ids },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id);
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

    /// <summary>Which of these lines, each a word in its text's language, are words of the query. Texts are folded whole, which makes it cheap.</summary>
    public async Task<IEnumerable<WordMatchRow>> Match(string[] queryWords, string[] languages, string[] texts, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<WordMatchRow>(new CommandDefinition(
            """
            with query as materialized (
                select search_any(w.word) as words
                from unnest(@queryWords::text[]::tsquery[]) w (word)
            )
            select t.language, (w.line - 1)::integer as line
            from query
            cross join unnest(@languages, @texts) t (language, words)
            cross join lateral (select search_configuration(t.language) as configuration offset 0) c
            cross join lateral unnest(string_to_array(search_fold(t.words), E'\n')) with ordinality w (word, line)
            where to_tsvector(c.configuration, w.word) @@ query.words
            """,
            new { queryWords, languages, texts },
            cancellationToken: cancellationToken));
    }
}
