using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Data.Watching;

/// <summary>The statements of the watch, all on one connection.</summary>
/// <param name="connection">An open connection of its own.</param>
/// <param name="process">This process.</param>
internal sealed class ChangePoll(NpgsqlConnection connection, Guid process)
{
    /// <summary>More changes than this at once count as a change of everything.</summary>
    public const int Most = 5_000;

    /// <summary>How old a change is when it is swept at the soonest; a process that did not poll for so long may have missed some.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(4);

    private const int SweptAtOnce = 10_000;

    private const string LiveFor = "15 s";

    /// <summary>
    /// Which changes have become visible since a snapshot: exact whatever the order in which transactions commit, and however long one stays open.
    /// </summary>
    public async Task<Found> Since(Snapshot last, bool withPeers, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select
                pg_current_snapshot()::text,
                clock_timestamp(),
                count(*),
                array_agg(distinct c.resource),
                coalesce(bool_or(c.is_removal), false),
                array(
                    select p.snapshot::text
                    from watching_processes p
                    where $2 and p.id <> $3 and p.seen_at > now() - interval '{LiveFor}')
            from (
                select resource, is_removal
                from public_changes
                where transaction >= pg_snapshot_xmin($1::pg_snapshot)
                  and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
                limit {Most + 1}) c
            """,
            connection)
        {
            Parameters = { Text(last), new() { Value = withPeers }, new() { Value = process } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var resources = reader.IsDBNull(3) ? [] : reader.GetFieldValue<Guid?[]>(3);
        return new Found
        {
            Snapshot = new Snapshot(reader.GetString(0)),
            At = reader.GetDateTime(1),
            Resources = [.. resources.OfType<Guid>()],
            IsEverything = reader.GetInt64(2) > Most || resources.Contains(null),
            HasRemovals = reader.GetBoolean(4),
            Peers = [.. reader.GetFieldValue<string[]>(5).Select(text => new Snapshot(text))],
        };
    }

    /// <summary>The present.</summary>
    public async Task<Found> Begin(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_current_snapshot()::text", connection);
        var present = new Snapshot((string)(await command.ExecuteScalarAsync(cancellationToken))!);
        return await Since(present, withPeers: false, cancellationToken);
    }

    /// <summary>Tells the other processes up to where this one has followed.</summary>
    public Task Report(Snapshot snapshot, CancellationToken cancellationToken) => Execute(
        """
        insert into watching_processes (id, snapshot)
        values ($2, $1::pg_snapshot)
        on conflict (id) do update set snapshot = excluded.snapshot, seen_at = now()
        """,
        cancellationToken,
        Text(snapshot),
        new() { Value = process });

    /// <summary>Tells the other processes that this one serves nothing any more.</summary>
    public Task Leave(CancellationToken cancellationToken) =>
        Execute("delete from watching_processes where id = $1", cancellationToken, new NpgsqlParameter { Value = process });

    /// <summary>
    /// The transactions that took stories down and are not swept yet: all whose stories any process could still serve, and some more.
    /// </summary>
    public static async Task<IReadOnlyList<ulong>> Removals(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select distinct transaction::text from public_changes where is_removal", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var removals = new List<ulong>();
        while (await reader.ReadAsync(cancellationToken))
        {
            removals.Add(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture));
        }

        return removals;
    }

    /// <summary>
    /// Removes what every process has seen: one that has not polled since the snapshot forgets all it kept. One process at a time, and no more at
    /// once than a poll may wait for; false when there is more.
    /// </summary>
    public async Task<bool> Sweep(Snapshot old, CancellationToken cancellationToken) => await Execute(
        $"""
        with turn as materialized (select pg_try_advisory_xact_lock(7195003) as is_mine),
        gone as (
            delete from watching_processes
            where (select is_mine from turn)
              and seen_at < now() - interval '1 minute')
        delete from public_changes
        where ctid = any(array(
            select ctid
            from public_changes
            where (select is_mine from turn)
              and transaction < pg_snapshot_xmax($1::pg_snapshot)
              and pg_visible_in_snapshot(transaction, $1::pg_snapshot)
            limit {SweptAtOnce}))
        """,
        cancellationToken,
        Text(old)) < SweptAtOnce;

    private async Task<int> Execute(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Text(Snapshot snapshot) => new() { Value = snapshot.Text, NpgsqlDbType = NpgsqlDbType.Text };
}

/// <summary>What a poll found.</summary>
internal sealed record Found
{
    public required Snapshot Snapshot { get; init; }

    /// <summary>When, by the server's clock.</summary>
    public required DateTime At { get; init; }

    /// <summary>The resources that changed.</summary>
    public required IReadOnlyCollection<Guid> Resources { get; init; }

    /// <summary>Whether anything may have changed.</summary>
    public required bool IsEverything { get; init; }

    /// <summary>Whether stories went, whose writers wait for this process.</summary>
    public required bool HasRemovals { get; init; }

    /// <summary>Up to where the other processes have followed; empty where it was not asked for.</summary>
    public required IReadOnlyList<Snapshot> Peers { get; init; }
}
