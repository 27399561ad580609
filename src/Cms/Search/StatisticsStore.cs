using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>
/// Keeps the statistics that large archives are ranked with, and that misspelt words are mended from; made from public stories alone.
/// </summary>
internal sealed class StatisticsStore(Database database)
{
    /// <summary>Any number that no one else locks; the same on every node.</summary>
    private const long Lock = 0x636D732D737461;

    /// <summary>Stories that the statistics of a larger archive are made from, at least.</summary>
    private const int Sample = 20_000;

    /// <summary>How far the statistics have fallen behind.</summary>
    public async Task<StatisticsAge> ReadAge(CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<StatisticsAge>(new CommandDefinition(
            """
            select
                coalesce(t.stories, 0) as stories,
                coalesce(date_part('epoch', clock_timestamp() - t.refreshed_at), 1e9) as seconds,
                coalesce(t.seconds, 0) as cost,
                search_changes() - coalesce(t.changes, 0) as changes
            from (select) one
            left join search_totals t on true
            """,
            cancellationToken: cancellationToken));
    }

    /// <summary>Makes the statistics anew, while searches go on with the old; false when another node is at it.</summary>
    public async Task<bool> Refresh(CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_xact_lock(@Lock)", new { Lock }, transaction))
        {
            return false;
        }

        // Counted first: what is published while the statistics are made is a change since.
        var changes = await connection.ExecuteScalarAsync<long>("select search_changes()", transaction: transaction);
        var totals = await connection.QuerySingleAsync<StatisticsTotals>(
            "select count(*) as stories, coalesce(avg(length), 1) as length from published_search", transaction: transaction);
        // Of buckets of one story in sixteen as many as it takes.
        var buckets = Math.Clamp((int)Math.Ceiling(16.0 * Sample / Math.Max(totals.Stories, 1)), 1, 16);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            create temporary table counted_terms on commit drop as
            select word collate "C" as lexeme, (ndoc * {16.0 / buckets:0.###}::float8)::integer as stories
            from ts_stat('select tsv from published_search where bucket < {buckets}')
            -- Whether a rare word is rarely used often is nothing to plan by.
            where word not like '=%' or ndoc >= 30;

            delete from search_terms t
            where not exists (select from counted_terms c where c.lexeme = t.lexeme);

            insert into search_terms as t (lexeme, stories)
            select lexeme, stories
            from counted_terms
            on conflict (lexeme) do update set stories = excluded.stories
            where t.stories <> excluded.stories;

            insert into search_totals as t (generation, stories, length, changes, refreshed_at, seconds)
            values (1, @Stories, @Length, @changes, clock_timestamp(), date_part('epoch', clock_timestamp() - now()))
            on conflict (is_only) do update set
                generation = t.generation + 1, stories = excluded.stories, length = excluded.length, changes = excluded.changes,
                refreshed_at = excluded.refreshed_at, seconds = excluded.seconds
            """,
            new { totals.Stories, totals.Length, changes },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

/// <summary>How far the statistics have fallen behind.</summary>
internal sealed record StatisticsAge
{
    /// <summary>Stories when they were made.</summary>
    public required long Stories { get; init; }

    /// <summary>Seconds since they were made.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds that it took to make them.</summary>
    public required double Cost { get; init; }

    /// <summary>Rows of stories written since; negative after PostgreSQL has lost its own counters.</summary>
    public required long Changes { get; init; }

    /// <summary>
    /// Whether it is time. To make them takes no more than a fiftieth of a processor: after any change a small archive has new ones within seconds,
    /// one of a million stories within minutes, all within the hour; a fourth where one story in twenty is another.
    /// </summary>
    public bool IsTooOld => Changes != 0
        && Seconds > Math.Clamp((Math.Abs(Changes) > Stories / 20 ? 4 : 50) * Cost, 2, 3600);
}

/// <summary>What is known of an archive as a whole.</summary>
internal sealed record StatisticsTotals
{
    public required long Stories { get; init; }
    public required double Length { get; init; }
}
