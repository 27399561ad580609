using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Analyses queries, and tells which words of a page are words of a query.</summary>
internal sealed class AnalysisStore(Database database)
{
    /// <summary>Below so many stories everything is counted and scored anew for each search: nothing about it can be stale.</summary>
    public const int SmallArchive = 10_000;

    /// <summary>So many words of one query are scored, the rarest; stories are matched with the others, too.</summary>
    private const int WordsMax = 32;

    /// <summary>
    /// Analyses a query with its own language. Stories of another language are found where both stemmers agree on a word: English and
    /// Arabic share one configuration and always do; a French plural is found by an English query only as it is written.
    /// Null when nothing in the query can be looked for: stop words, punctuation.
    /// </summary>
    public async Task<AnalysedQuery?> Analyse(SearchWords words, string? language, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AnalysisRow>(new CommandDefinition(
            """
            with analysis as (
                select search_configuration(coalesce(@Language, (select language from publications where is_default), '')) as configuration
            ),
            statistics as (
                select * from search_totals where stories >= @SmallArchive
            ),
            totals as materialized (
                select stories::float8, length, false as is_counted
                from statistics
                union all
                select count(*), coalesce(avg(length), 1), true
                from published_search
                where not exists (select from statistics)
                having not exists (select from statistics)
            ),
            tokens as (
                select bool_or(is_plain) as is_plain, token
                from (
                    select true, regexp_split_to_table(search_fold(@Plain), '\s+')
                    union all
                    select false, regexp_split_to_table(search_fold(array_to_string(@Phrases || @Alternatives, ' ')), '\s+')
                ) t (is_plain, token)
                group by token
            ),
            plain_words as (
                select bool_or(t.is_plain) as is_plain, min(t.token) as typed, plainto_tsquery(configuration, t.token) as word,
                    min(tsvector_to_array(to_tsvector(configuration, t.token))) as lexemes
                from analysis, tokens t
                where numnode(plainto_tsquery(configuration, t.token)) > 0
                group by plainto_tsquery(configuration, t.token)
            ),
            words as (
                select bool_or(w.is_plain) as is_plain, min(w.typed) as typed, coalesce(n.words, w.word) as word,
                    min(coalesce(n.lexemes, w.lexemes)) as lexemes
                from plain_words w
                left join search_names n on array[n.lexeme] = w.lexemes
                group by coalesce(n.words, w.word)
            ),
            phrases as (
                select p.is_required, search_variants(phraseto_tsquery(configuration, search_fold(p.phrase))) as phrase
                from analysis, (
                    select true, unnest(@Phrases)
                    union all
                    select false, unnest(@Alternatives)
                ) p (is_required, phrase)
            ),
            parts as (
                select
                    coalesce((select search_any(x)
                     from (select word from words where is_plain union select phrase from phrases where not is_required) y (x)
                     where numnode(x) > 0), '') as any_of,
                    coalesce((select search_all(phrase) from phrases where is_required and numnode(phrase) > 0), '') as all_of,
                    coalesce((select search_any(search_variants(phraseto_tsquery(configuration, search_fold(x))))
                     from analysis, unnest(@Excluded) x), '') as none_of
            ),
            whole as (
                select any_of && all_of && !!none_of as query, all_of, none_of
                from parts
            )
            select
                p.query::text, p.all_of::text, regexp_replace(p.all_of::text, '<(-|\d+)>', '&', 'g')::tsquery::text as all_words,
                p.none_of::text, t.stories as archive, t.length, t.is_counted, w.word::text, w.typed, w.is_plain, w.lexemes,
                known.often, known.very_often, known.mostly,
                -- Rare words are counted, because the statistics of a large archive come from a sample of it.
                case when known.stories >= 1000 and not t.is_counted then known.stories
                     else (
                         select count(*)
                         from (
                             select
                             from published_search s
                             where s.tsv @@ w.word
                             limit case when t.is_counted then null else 2000 end
                         ) found
                     )
                end as stories
            from whole p
            cross join totals t
            left join words w on true
            cross join lateral (
                select
                    coalesce(sum(s.stories) filter (where s.lexeme = any(w.lexemes)), 0)::float8 as stories,
                    coalesce(sum(s.stories) filter (where s.lexeme like '=2%'), 0)::float8 as often,
                    coalesce(sum(s.stories) filter (where s.lexeme like '=4%'), 0)::float8 as very_often,
                    coalesce(sum(s.stories) filter (where s.lexeme like '=8%'), 0)::float8 as mostly
                from search_terms s
                where s.lexeme = any(array(select tier || lexeme from unnest(w.lexemes) lexeme, unnest(array['', '=2', '=4', '=8']) tier))
                  and not t.is_counted
            ) known
            where numnode(p.query) > 0
            order by w.word
            """,
            new { Language = words.Language ?? language, words.Plain, words.Phrases, words.Alternatives, words.Excluded, SmallArchive },
            cancellationToken: cancellationToken));
        return Assemble(rows.AsList());
    }

    /// <summary>
    /// Which of these lines, each a word in its text's language, are words of the query. Texts are folded whole, which makes it cheap.
    /// </summary>
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

    private static AnalysedQuery? Assemble(List<AnalysisRow> rows)
    {
        if (rows is not [var first, ..])
        {
            return null;
        }

        // A word that no story has tells none from another: it does not take the place of one that some have.
        var rarestFirst = rows
            .Where(row => row.Word is not null)
            .Select(row => row.ToWord())
            .OrderBy(word => word.Stories == 0)
            .ThenBy(word => word.Stories)
            .ToList();
        return new AnalysedQuery
        {
            Query = first.Query,
            AllOf = first.AllOf,
            AllWords = first.AllWords,
            NoneOf = first.NoneOf,
            Stories = first.Archive,
            Length = Math.Max(first.Length, 1),
            IsCounted = first.IsCounted,
            // Whatever the statistics say when the next page is asked for, the weights in its cursor are of words in this order.
            Words = [.. rarestFirst.Take(WordsMax).OrderBy(word => word.Word, StringComparer.Ordinal)],
            Others = [.. rarestFirst.Skip(WordsMax)],
        };
    }
}

/// <summary>A word of a query, and beside each the query whole.</summary>
internal sealed record AnalysisRow
{
    public required string Query { get; init; }
    public required string AllOf { get; init; }
    public required string AllWords { get; init; }
    public required string NoneOf { get; init; }
    public required double Archive { get; init; }
    public required double Length { get; init; }
    public required bool IsCounted { get; init; }
    public string? Word { get; init; }
    public string? Typed { get; init; }
    public bool? IsPlain { get; init; }
    public string[]? Lexemes { get; init; }
    public double Stories { get; init; }
    public double Often { get; init; }
    public double VeryOften { get; init; }
    public double Mostly { get; init; }

    public QueryWord ToWord() => new()
    {
        Word = Word!,
        Typed = Typed!,
        IsPlain = IsPlain!.Value,
        Lexemes = Lexemes!,
        Archive = Archive,
        Tiers = [Stories, Math.Min(Often, Stories), Math.Min(VeryOften, Stories), Math.Min(Mostly, Stories)],
    };
}
