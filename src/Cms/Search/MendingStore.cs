using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Finds the words of public stories that a misspelt one may have been meant to be.</summary>
internal sealed class MendingStore(Database database)
{
    private const int CandidatesMax = 50;

    /// <summary>What stories have of these words, the most frequent first.</summary>
    public async Task<IReadOnlyList<KnownWord>> FindOneAway(string[] words, string? language, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<KnownWord>(new CommandDefinition(
            """
            select t.lexeme, t.stories
            from (
                -- One analysis of all of them: each stands on a line of its own.
                select distinct x.lexeme
                from search_configuration(coalesce(@language, (select language from publications where is_default), '')) configuration
                cross join lateral unnest(to_tsvector(configuration, search_fold(array_to_string(@words, E'\n')))) x
            ) v
            join search_terms t on t.lexeme = v.lexeme collate "C"
            order by t.stories desc, t.lexeme
            limit @CandidatesMax
            """,
            new { words, language, CandidatesMax },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>What stories have of words that share many of its letters, the most similar first.</summary>
    public async Task<IReadOnlyList<KnownWord>> FindSimilar(string lexeme, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<KnownWord>(new CommandDefinition(
            """
            select lexeme, stories
            from search_terms
            where lexeme % @lexeme
              and lexeme not like '=%'
              and length(lexeme) between length(@lexeme) - 2 and length(@lexeme) + 2
            order by similarity(lexeme, @lexeme) desc, lexeme
            limit @CandidatesMax
            """,
            new { lexeme, CandidatesMax },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>The text of the newest public story that has a word; null when none has it any more.</summary>
    public async Task<StoryText?> ReadStory(string lexeme, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<StoryText>(new CommandDefinition(
            """
            select p.language, concat_ws(' ', p.headline, p.deck, p.kicker, p.byline, p.body_text) as text
            from (
                select article_id
                from published_search
                where tsv @@ @query::tsquery
                order by published_at + interval '0' desc, article_id desc
                limit 1
            ) newest
            join published_articles p using (article_id)
            """,
            new { query = MatchThreshold.Quoted(lexeme) },
            cancellationToken: cancellationToken));
    }
}

/// <summary>A word that stories have.</summary>
internal sealed record KnownWord
{
    public required string Lexeme { get; init; }
    public required int Stories { get; init; }
}

/// <summary>All text of a story.</summary>
internal sealed record StoryText
{
    public required string Language { get; init; }
    public required string Text { get; init; }
}
