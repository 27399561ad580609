using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Reads what a public story has in common with others.</summary>
internal sealed class RelatedStore(Database database)
{
    /// <summary>Its most frequent words, of which the rarest elsewhere tell it from other stories.</summary>
    private const int FrequentWords = 40;

    private const int TellingWords = 12;

    /// <summary>The words that tell a story from others, as a query; null when it has none, or is not public.</summary>
    public async Task<AnalysedQuery?> ReadWords(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<StoryWordRow>(new CommandDefinition(
            """
            with statistics as (
                select stories::float8, length
                from search_totals
                where stories >= @SmallArchive
            ),
            totals as materialized (
                select stories, length, false as is_counted
                from statistics
                union all
                select count(*), coalesce(avg(length), 1), true
                from published_search
                where not exists (select from statistics)
                having not exists (select from statistics)
            ),
            frequent as materialized (
                select u.lexeme, (cardinality(u.positions) + 2 * cardinality(array_positions(u.weights, 'A')))::float8 as frequency
                from published_search s
                cross join lateral unnest(s.tsv) u
                where s.article_id = @id
                  and u.lexeme not like '=%'
                  and length(u.lexeme) > 2
                  and u.lexeme !~ '^[0-9]'
                order by frequency desc, u.lexeme
                limit @FrequentWords
            )
            select
                f.lexeme, f.frequency, t.stories as archive, t.length, t.is_counted, known.often, known.very_often, known.mostly,
                case when known.stories >= 1000 and not t.is_counted then known.stories
                     else (select count(*) from (select from published_search s where s.tsv @@ quote_literal(f.lexeme)::tsquery limit 2000) found)
                end as stories
            from frequent f
            cross join totals t
            cross join lateral (
                select
                    coalesce(sum(s.stories) filter (where s.lexeme = f.lexeme), 0)::float8 as stories,
                    coalesce(sum(s.stories) filter (where s.lexeme = '=2' || f.lexeme), 0)::float8 as often,
                    coalesce(sum(s.stories) filter (where s.lexeme = '=4' || f.lexeme), 0)::float8 as very_often,
                    coalesce(sum(s.stories) filter (where s.lexeme = '=8' || f.lexeme), 0)::float8 as mostly
                from search_terms s
                where s.lexeme = any(array[f.lexeme, '=2' || f.lexeme, '=4' || f.lexeme, '=8' || f.lexeme])
                  and not t.is_counted
            ) known
            """,
            new { id, AnalysisStore.SmallArchive, FrequentWords },
            cancellationToken: cancellationToken))).ToList();
        var words = rows
            .Where(row => row.Stories > 1)
            .Select(row => (Word: row.ToWord(), row.Frequency))
            .OrderByDescending(word => word.Word.Weight * word.Frequency / (word.Frequency + 1.5))
            .Select(word => word.Word)
            .Take(TellingWords)
            .OrderBy(word => word.Word, StringComparer.Ordinal)
            .ToList();
        return words.Count == 0 ? null : new AnalysedQuery
        {
            Query = string.Join(" | ", words.Select(word => word.Word)),
            AllOf = "",
            AllWords = "",
            NoneOf = "",
            Words = words,
            Stories = rows[0].Archive,
            Length = Math.Max(rows[0].Length, 1),
            IsCounted = rows[0].IsCounted,
        };
    }

    /// <summary>What a story shares with others besides words.</summary>
    public async Task<IReadOnlyList<RelationRow>> ReadRelations(Guid id, Guid[] others, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<RelationRow>(new CommandDefinition(
            """
            select
                o.article_id as id,
                coalesce(o.translation_group = s.translation_group, false) as is_translation,
                (
                    select x.name
                    from public_section_aliases mine
                    join public_section_aliases theirs on theirs.current_id = mine.current_id and theirs.id = o.section_id
                    join public_sections x on x.id = mine.current_id
                    where mine.id = s.section_id
                ) as section,
                array(
                    select t.name
                    from published_tags mine
                    join published_tags theirs on theirs.tag_id = mine.tag_id and theirs.article_id = o.article_id
                    join public_tags t on t.id = mine.tag_id
                    where mine.article_id = s.article_id
                    order by mine.position) as tags
            from published_articles s
            join published_articles o on o.article_id = any(@others)
            where s.article_id = @id
            """,
            new { id, others },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }
}

/// <summary>One word of a story.</summary>
internal sealed record StoryWordRow
{
    public required string Lexeme { get; init; }
    public required double Frequency { get; init; }
    public required double Archive { get; init; }
    public required double Length { get; init; }
    public required bool IsCounted { get; init; }
    public required double Stories { get; init; }
    public required double Often { get; init; }
    public required double VeryOften { get; init; }
    public required double Mostly { get; init; }

    public QueryWord ToWord() => new()
    {
        Word = MatchThreshold.Quoted(Lexeme),
        Typed = Lexeme,
        IsPlain = true,
        Lexemes = [Lexeme],
        Archive = Archive,
        Tiers = [Stories, Math.Min(Often, Stories), Math.Min(VeryOften, Stories), Math.Min(Mostly, Stories)],
    };
}

/// <summary>What two stories share besides words.</summary>
internal sealed record RelationRow
{
    public required Guid Id { get; init; }
    public required bool IsTranslation { get; init; }
    public string? Section { get; init; }
    public required string[] Tags { get; init; }
}
