using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Search;

/// <summary>
/// Makes what searches read anew beside the old, a batch at a time, while stories are published and searched; what changed meanwhile is made up for
/// in the one short transaction that puts the new in the place of the old.
/// </summary>
internal sealed class SearchRebuild(Database database, StatisticsStore statistics)
{
    /// <summary>Any number that no one else locks; the same on every node.</summary>
    private const long Lock = 0x636D732D726562;

    private const int Batch = 500;
    private const int SwitchAttempts = 30;

    /// <param name="report">Is told how many stories of how many are done, after every batch.</param>
    /// <param name="cancellationToken">Gives up; what searches read stays as it was.</param>
    /// <returns>Stories made anew; null when another rebuild is running.</returns>
    public async Task<long?> Run(Action<long, long> report, CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@Lock)", new { Lock }))
        {
            return null;
        }

        try
        {
            var since = await Begin(connection, cancellationToken);
            var count = await Fill(connection, report, cancellationToken);
            await Switch(connection, since, cancellationToken);
            await statistics.Refresh(cancellationToken);
            return count;
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@Lock)", new { Lock });
        }
    }

    /// <summary>Makes the new table; answers from when on changes have to be made up for, transactions under way included.</summary>
    private static Task<DateTime> Begin(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<DateTime>(new CommandDefinition(
            """
            drop table if exists published_search_next;
            create table published_search_next (like published_search including all);
            alter table published_search_next
                add constraint published_search_next_article_id_fkey foreign key (article_id) references published_articles on delete cascade;

            select least(now(), (select min(xact_start) from pg_stat_activity where datname = current_database()), now() - interval '1 hour')
            """,
            cancellationToken: cancellationToken));

    private static async Task<long> Fill(NpgsqlConnection connection, Action<long, long> report, CancellationToken cancellationToken)
    {
        var total = await connection.ExecuteScalarAsync<long>("select count(*) from published_articles");
        var done = 0L;
        for (Guid? last = Guid.Empty; last is not null;)
        {
            // A story that comes down in the same moment is waited for.
            var batch = await connection.QuerySingleAsync<RebuiltBatch>(new CommandDefinition(
                """
                with batch as materialized (
                    select p.article_id
                    from published_articles p
                    where p.article_id > @last
                    order by p.article_id
                    limit @Batch
                    for key share of p
                ),
                written as (
                    insert into published_search_next
                    select r.*
                    from batch
                    join published_articles p using (article_id)
                    cross join lateral search_row(p) r
                    on conflict (article_id) do nothing
                )
                select (select article_id from batch order by article_id desc limit 1) as last, (select count(*) from batch) as count
                """,
                new { last, Batch },
                cancellationToken: cancellationToken));
            last = batch.Last;
            done += batch.Count;
            report(done, Math.Max(done, total));
        }

        await connection.ExecuteAsync(new CommandDefinition("analyze published_search_next", cancellationToken: cancellationToken));
        return done;
    }

    private static async Task Switch(NpgsqlConnection connection, DateTime since, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                // Who waits for this lock is waited for by all readers: it gives up soon, and tries again.
                await connection.ExecuteAsync(new CommandDefinition(
                    "set local lock_timeout = '1s'; lock table published_search in access exclusive mode",
                    transaction: transaction,
                    cancellationToken: cancellationToken));
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < SwitchAttempts)
            {
                await transaction.RollbackAsync(cancellationToken);
                continue;
            }

            await connection.ExecuteAsync(new CommandDefinition(
                $"""
                insert into published_search_next as n
                select r.*
                from published_articles p
                cross join lateral search_row(p) r
                where p.updated_at >= @since
                on conflict (article_id) do update set
                    publication_id = excluded.publication_id, section_id = excluded.section_id, language = excluded.language,
                    genre = excluded.genre, author_ids = excluded.author_ids, tag_ids = excluded.tag_ids, published_at = excluded.published_at,
                    updated_at = excluded.updated_at, length = excluded.length, tsv = excluded.tsv
                where n.updated_at <> excluded.updated_at;

                -- What stories were filed under anew without being published anew.
                update published_search_next n
                set publication_id = o.publication_id, section_id = o.section_id, published_at = o.published_at, tsv = o.tsv
                from published_search o
                where o.article_id = n.article_id
                  and (n.publication_id, n.section_id, n.published_at) is distinct from (o.publication_id, o.section_id, o.published_at);

                -- Indexes and constraints take the names that the next rebuild, and people, know them by.
                create temporary table names on commit drop as
                select o.indexrelid::regclass::text as old, n.indexrelid::regclass::text as new
                from pg_index o
                join pg_index n on n.indrelid = 'published_search_next'::regclass
                    and n.indkey::text = o.indkey::text
                    and pg_get_expr(n.indpred, n.indrelid) is not distinct from pg_get_expr(o.indpred, o.indrelid)
                    and n.indisprimary = o.indisprimary
                where o.indrelid = 'published_search'::regclass;

                drop table published_search;
                alter table published_search_next rename to published_search;
                alter table published_search rename constraint published_search_next_article_id_fkey to published_search_article_id_fkey;
                do $$
                declare
                    name record;
                begin
                    for name in select * from names loop
                        execute format('alter index %I rename to %I', name.new, name.old);
                    end loop;
                end
                $$;
                {ReaderGrants.Sql}
                """,
                new { since },
                transaction,
                cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return;
        }
    }
}

/// <summary>What a batch came to.</summary>
internal sealed record RebuiltBatch
{
    public Guid? Last { get; init; }
    public required long Count { get; init; }
}
