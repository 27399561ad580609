using Cms.Data.Watching;
using Npgsql;

namespace Cms.Data;

/// <summary>
/// The one way in which anything is written: a connection, its transaction, and the audit rows, events and idempotency row that go with the
/// change. Nothing of it is stored before <see cref="Commit"/>. In a request the hallway begins and commits it; a handler only takes it.
/// </summary>
internal sealed class WriteTransaction(Database database) : IAsyncDisposable
{
    private readonly OutgoingRows rows = new();
    private readonly List<NpgsqlBatchCommand> later = [];
    private readonly List<StoredAt> awaited = [];
    private NpgsqlConnection? connection;
    private bool ownsConnection;
    private NpgsqlTransaction? transaction;
    private WriteStamp? stamp;
    // Whether readers may see what the write did, so that the commit must ask.
    private bool mayShow;

    /// <summary>The connection that every statement of the write runs on.</summary>
    public NpgsqlConnection Connection
    {
        get
        {
            mayShow = true;
            return connection ?? throw new InvalidOperationException("The write has not begun: its route group lacks TakesWrites.");
        }
    }

    /// <summary>Who writes.</summary>
    public string Caller => stamp?.Caller ?? throw new InvalidOperationException("The write has not begun: its route group lacks TakesWrites.");

    /// <summary>How many audit rows it leaves.</summary>
    public int AuditCount => rows.AuditCount;

    /// <summary>Begins, or begins again after a conflict with another transaction.</summary>
    public Task Begin(WriteStamp by, CancellationToken cancellationToken) => Begin(by, database.Writes, cancellationToken);

    /// <summary>Begins; a long write has no time limit and takes no connection from the newsroom's other work.</summary>
    public Task Begin(WriteStamp by, bool isLong, CancellationToken cancellationToken) =>
        Begin(by, isLong ? database.Maintenance : database.Writes, cancellationToken);

    /// <summary>Begins on a connection that the caller keeps, for what must not outlive it.</summary>
    public async Task Begin(WriteStamp by, NpgsqlConnection kept, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        stamp = by;
        (connection, ownsConnection) = (kept, false);
        // Whoever keeps it may use it without asking here.
        mayShow = true;
        transaction = await kept.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Begins on another pool than that of requests.</summary>
    public async Task Begin(WriteStamp by, NpgsqlDataSource pool, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        stamp = by;
        (connection, ownsConnection) = (await pool.OpenConnectionAsync(cancellationToken), true);
        transaction = await connection.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Says who changed what: once for each changed resource.</summary>
    /// <param name="action">A word like `apiKey.create`.</param>
    /// <param name="resourceType">The resource's type, as in `apiKey`.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="details">Facts as JSON; never a secret.</param>
    public void Audit(string action, string resourceType, Guid resourceId, string? details = null) =>
        rows.Audit(new OutgoingRow(action, resourceType, resourceId, details));

    /// <summary>Appends a fact about content to the outbox.</summary>
    /// <param name="type">A word like `article.published`.</param>
    /// <param name="resourceType">The resource's type, as in `article`.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="payload">What consumers get, as JSON.</param>
    public void Emit(string type, string resourceType, Guid resourceId, string payload) =>
        rows.Emit(new OutgoingRow(type, resourceType, resourceId, payload));

    /// <summary>
    /// Puts statements off that change nothing that readers see: they run with the commit, or with <see cref="Flush"/>, in their order and
    /// before the audit rows. The first of them answers one row, the time; the others none, and one that fails fails the write. A first one that
    /// answers nothing is a bug that shows too late: it must hit a row or fail.
    /// </summary>
    public StoredAt Later(params IEnumerable<NpgsqlBatchCommand> commands)
    {
        later.AddRange(commands);
        awaited.Add(new StoredAt());
        return awaited[^1];
    }

    /// <summary>Runs what was put off, so that the next statement sees it.</summary>
    public async Task Flush(CancellationToken cancellationToken)
    {
        if (later.Count > 0)
        {
            await using var batch = Batch(later);
            later.Clear();
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await ReadTimes(reader, cancellationToken);
        }
    }

    /// <summary>Takes an idempotency key for the length of the transaction, and looks up the answer that was given under it.</summary>
    public async Task<IdempotencyClaim> Claim(IdempotencyKey key, CancellationToken cancellationToken)
    {
        await using var batch = Batch(key.Claim());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var isFree = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new IdempotencyClaim(isFree, reader.GetFieldValue<byte[]>(0), new KeptAnswer(
                reader.GetInt32(1), TextOrNull(reader, 2), TextOrNull(reader, 3), reader.GetFieldValue<byte[]>(4)))
            : new IdempotencyClaim(isFree, null, null);
    }

    /// <summary>Keeps the answer for retries under the key.</summary>
    public void Keep(IdempotencyKey key, KeptAnswer answer) => rows.Keep(key.Keep(answer));

    /// <summary>Does a part of the write that can be taken back alone: what is not kept leaves no row, no audit and no event.</summary>
    public async Task<T> Part<T>(Func<Task<T>> work, Func<T, bool> isKept, CancellationToken cancellationToken)
    {
        const string name = "part";
        var mark = rows.Mark;
        await Flush(cancellationToken);
        await transaction!.SaveAsync(name, cancellationToken);
        var result = await work();
        if (isKept(result))
        {
            await Flush(cancellationToken);
        }
        else
        {
            later.Clear();
            awaited.Clear();
            await transaction.RollbackAsync(name, cancellationToken);
            rows.CutTo(mark);
        }

        await transaction.ReleaseAsync(name, cancellationToken);
        return result;
    }

    /// <summary>
    /// Stores everything. Once this returns, the write survives the death of the program and of the server, this process serves nothing older,
    /// and what was taken down no process serves.
    /// </summary>
    public async Task Commit(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PublicMark mark;
        try
        {
            // In one round trip with the rows that go with the change.
            NpgsqlBatchCommand[] question = mayShow ? [PublicMark.Question()] : [];
            await using var batch = Batch([.. later, .. rows.Commands(stamp!), .. question, new NpgsqlBatchCommand("commit")]);
            // Not the caller's token: who hangs up now must not leave the outcome open.
            await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
            await ReadTimes(reader, CancellationToken.None);
            mark = mayShow ? await PublicMark.Read(reader, CancellationToken.None) : default;
            while (await reader.NextResultAsync(CancellationToken.None))
            {
                // To the end, where the commit tells whether it was done.
            }
        }
        catch (NpgsqlException exception)
            when (exception is not PostgresException postgres || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            throw new CommitUnknownException(exception);
        }

        await DisposeAsync();
        // Without a connection in hand, since this may take a moment.
        await mark.CatchUp(database.Watch);
    }

    /// <summary>Takes back what is not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        rows.Clear();
        later.Clear();
        awaited.Clear();
        mayShow = false;
        var (openTransaction, openConnection) = (transaction, connection);
        (transaction, connection) = (null, null);
        if (openTransaction is not null)
        {
            await openTransaction.DisposeAsync();
        }

        if (openConnection is not null && ownsConnection)
        {
            await openConnection.DisposeAsync();
        }
    }

    private async Task ReadTimes(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        foreach (var stored in awaited)
        {
            await reader.ReadAsync(cancellationToken);
            stored.Time = reader.GetDateTime(0);
            await reader.NextResultAsync(cancellationToken);
        }

        awaited.Clear();
    }

    private NpgsqlBatch Batch(IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
