using Cms.Data.Watching;
using Dapper;
using Npgsql;

namespace Cms.Data;

/// <summary>How PostgreSQL is reached: one pool per kind of work, so that no kind can starve another.</summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>The role that may select what is public and nothing else.</summary>
    public const string ReaderRole = "cms_reader";

    private readonly DatabaseAddress address;
    private readonly DatabaseState state;
    private NpgsqlDataSource? reader;
    private NpgsqlDataSource? search;

    public Database(DatabaseAddress address, DatabaseState state)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        this.address = address;
        this.state = state;
        const string limits = "-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000";
        newsroom = DatabaseAddress.Pool("newsroom", address.Newsroom, limits, maxPoolSize: 16, keepsNothing: true);
        // Each statement of a write has one good plan, whatever its values; planning anew would cost more than running it.
        writes = DatabaseAddress.Pool(
            "writes", address.Newsroom, $"{limits} -c plan_cache_mode=force_generic_plan", maxPoolSize: 16, keepsNothing: true);
        Maintenance = DatabaseAddress.Pool("maintenance", address.Newsroom, "-c lock_timeout=60000", maxPoolSize: 8, commandTimeout: 0);
        // A poll that takes longer is of no use; and it would be most of what a trace shows.
        watch = DatabaseAddress.Pool(
            "watch", address.Newsroom, "-c statement_timeout=900 -c lock_timeout=500", maxPoolSize: 3, commandTimeout: 2, isTraced: false);
        Watch = new ChangeWatch(watch, Changes);
    }

    private readonly NpgsqlDataSource watch;
    private readonly NpgsqlDataSource newsroom;
    private readonly NpgsqlDataSource writes;

    /// <summary>The newsroom's side: keys, drafts; statements end after 5 s.</summary>
    public NpgsqlDataSource Newsroom => Ready(newsroom);

    /// <summary>Writes, apart from the keys that every request is asked for; statements end after 5 s.</summary>
    public NpgsqlDataSource Writes => Ready(writes);

    /// <summary>The reader's side: public reads; statements end after 2 s.</summary>
    public NpgsqlDataSource Reader => Ready(reader);

    /// <summary>Public searches, apart from plain reads; statements end after 1 s.</summary>
    public NpgsqlDataSource Search => Ready(search);

    /// <summary>Migrations and ingestion: no statement time-out; usable before the schema is ready.</summary>
    public NpgsqlDataSource Maintenance { get; }

    /// <summary>All pools of requests and maintenance that are open.</summary>
    public IEnumerable<NpgsqlDataSource> Pools => new[] { newsroom, writes, Maintenance, reader, search }.OfType<NpgsqlDataSource>();

    /// <summary>The pools that a server asks as soon as the schema stands, once for each connection.</summary>
    public IEnumerable<NpgsqlDataSource> FirstAsked => [reader!, watch, watch];

    /// <summary>What changed in public, as far as this process knows.</summary>
    public ChangeLog Changes { get; } = new();

    /// <summary>Follows what changes in public.</summary>
    public ChangeWatch Watch { get; }

    /// <summary>How public reads are kept apart, for `/health/ready`.</summary>
    public string ReaderMode { get; private set; } = "unknown";

    /// <summary>`ok`, or which of PostgreSQL's safeguards are off, for `/health/ready`.</summary>
    public string Durability { get; set; } = "unknown";

    /// <summary>Opens the reader's side the way the server allows; called as soon as that is known, and again where a start is tried again.</summary>
    public void OpenReader(ReaderAccess access)
    {
        const string limits = "-c lock_timeout=2000 -c default_transaction_read_only=on -c idle_in_transaction_session_timeout=10000";
        var role = access == ReaderAccess.SetRole ? $" -c role={ReaderRole}" : "";
        var login = access == ReaderAccess.Login ? address.Reader ?? address.Newsroom : address.Newsroom;
        var mode = access switch { ReaderAccess.Login => "login", ReaderAccess.SetRole => "role", _ => "same user" };
        if (mode == ReaderMode)
        {
            return;
        }

        ReaderMode = mode;
        reader?.Dispose();
        search?.Dispose();
        reader = DatabaseAddress.Pool("reader", login, $"{limits}{role} -c statement_timeout=2000", keepsNothing: true);
        // The planner takes reading a story's words for cheap and would read them all for a query of many words. What searches wait for is the
        // processor: more of them at once would only run out of time together.
        search = DatabaseAddress.Pool(
            "search",
            login,
            $"{limits}{role} -c statement_timeout=1000 -c enable_seqscan=off -c work_mem=16MB",
            maxPoolSize: Math.Clamp(2 * Environment.ProcessorCount, 4, 16),
            keepsNothing: true);
    }

    /// <summary>Whether the reader's login may select what is public.</summary>
    public async Task<bool> CanRead(CancellationToken cancellationToken)
    {
        await using var connection = await reader!.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select bool_and(has_table_privilege(relation, 'select')) from unnest(@Relations) relation",
            new { ReaderGrants.Relations },
            cancellationToken: cancellationToken));
    }

    /// <summary>Whether readers ask the server that is written to; one that lags behind could give back what has changed already.</summary>
    public async Task<bool> ReadersAskTheSameServer(CancellationToken cancellationToken)
    {
        const string start = "select pg_postmaster_start_time()";
        await using var written = await watch.OpenConnectionAsync(cancellationToken);
        await using var read = await Reader.OpenConnectionAsync(cancellationToken);
        return await written.ExecuteScalarAsync<DateTime>(start) == await read.ExecuteScalarAsync<DateTime>(start);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in Pools.Append(watch))
        {
            await pool.DisposeAsync();
        }
    }

    private NpgsqlDataSource Ready(NpgsqlDataSource? pool) =>
        state.IsReady && pool is not null ? pool : throw new DatabaseUnavailableException($"The database is not ready: {state.Reason}");
}

/// <summary>How the reader's side logs in.</summary>
internal enum ReaderAccess
{
    /// <summary>As a login of its own: the strongest wall.</summary>
    Login,

    /// <summary>As the newsroom's user that took the reader's role.</summary>
    SetRole,

    /// <summary>As the newsroom's user: the server would not let the role be made.</summary>
    SameUser,
}
