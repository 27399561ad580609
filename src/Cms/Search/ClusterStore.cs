using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Reads what stories are told apart by.</summary>
internal sealed class ClusterStore(Database database)
{
    /// <summary>The words that stand in the headline of each story, or often in it for its length.</summary>
    public async Task<IReadOnlyDictionary<Guid, HashSet<string>>> ReadWords(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<MainWordsRow>(new CommandDefinition(
            """
            select
                s.article_id as id,
                array(
                    select case when u.lexeme like '=2%' then substr(u.lexeme, 3) else u.lexeme end
                    from unnest(s.tsv) u
                    where u.lexeme like '=2%' or 'A' = any(u.weights)) as words
            from published_search s
            where s.article_id = any(@ids)
            """,
            new { ids },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Words.ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>The words that a story is about.</summary>
internal sealed record MainWordsRow
{
    public required Guid Id { get; init; }
    public required string[] Words { get; init; }
}
