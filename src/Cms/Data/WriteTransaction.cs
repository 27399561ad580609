using Cms.Data.Watching;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Data;

/// <summary>
/// The one way in which anything is written: a connection, its transaction, and the audit rows, events and idempotency row that go with the
/// change. Nothing of it is stored before <see cref="Commit"/>. In a request the hallway begins and commits it; a handler only takes it.
/// </summary>
internal sealed class WriteTransaction(Database database) : IAsyncDisposable
{
    private readonly List<NpgsqlBatchCommand> rows = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private WriteStamp? stamp;

    /// <summary>The connection that every statement of the write runs on.</summary>
    public NpgsqlConnection Connection =>
        connection ?? throw new InvalidOperationException("The write has not begun: its route group lacks TakesWrites.");

    /// <summary>Who writes.</summary>
    public string Caller => stamp?.Caller ?? throw new InvalidOperationException("The write has not begun: its route group lacks TakesWrites.");

    /// <summary>How many audit rows it leaves.</summary>
    public int AuditCount { get; private set; }

    /// <summary>Begins, or begins again after a conflict with another transaction.</summary>
    public Task Begin(WriteStamp by, CancellationToken cancellationToken) => Begin(by, database.Newsroom, cancellationToken);

    /// <summary>Begins on another pool than the newsroom's.</summary>
    public async Task Begin(WriteStamp by, NpgsqlDataSource pool, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        stamp = by;
        connection = await pool.OpenConnectionAsync(cancellationToken);
        transaction = await connection.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Says who changed what: once for each changed resource.</summary>
    /// <param name="action">A word like `apiKey.create`.</param>
    /// <param name="resourceType">The resource's type, as in `apiKey`.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="details">Facts as JSON; never a secret.</param>
    public void Audit(string action, string resourceType, Guid resourceId, string? details = null)
    {
        AuditCount++;
        rows.Add(new("insert into audit (caller, action, resource_type, resource_id, request_id, details) values ($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                new() { Value = stamp!.Caller }, new() { Value = action }, new() { Value = resourceType }, new() { Value = resourceId },
                Nullable(stamp.RequestId, NpgsqlDbType.Text), Nullable(details, NpgsqlDbType.Json),
            },
        });
    }

    /// <summary>Appends a fact about content to the outbox.</summary>
    /// <param name="type">A word like `article.published`.</param>
    /// <param name="resourceType">The resource's type, as in `article`.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="payload">What consumers get, as JSON.</param>
    public void Emit(string type, string resourceType, Guid resourceId, string payload) =>
        rows.Add(new("insert into events (type, resource_type, resource_id, payload) values ($1, $2, $3, $4)")
        {
            Parameters = { new() { Value = type }, new() { Value = resourceType }, new() { Value = resourceId }, Nullable(payload, NpgsqlDbType.Json) },
        });

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
    public void Keep(IdempotencyKey key, KeptAnswer answer) => rows.AddRange(key.Keep(answer));

    /// <summary>
    /// Stores everything. Once this returns, the write survives the death of the program and of the server, this process serves nothing older,
    /// and what was taken down no process serves.
    /// </summary>
    public async Task Commit(CancellationToken cancellationToken)
    {
        var mark = PublicMark.Unknown;
        if (rows.Count > 0)
        {
            await using var batch = Batch(rows.Append(PublicMark.Question()));
            mark = await PublicMark.Read(batch, cancellationToken);
        }

        try
        {
            // Not the caller's token: who hangs up now must not leave the outcome open.
            await transaction!.CommitAsync(CancellationToken.None);
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
        AuditCount = 0;
        var (openTransaction, openConnection) = (transaction, connection);
        (transaction, connection) = (null, null);
        if (openTransaction is not null)
        {
            await openTransaction.DisposeAsync();
        }

        if (openConnection is not null)
        {
            await openConnection.DisposeAsync();
        }
    }

    private NpgsqlBatch Batch(IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(Connection, transaction);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static NpgsqlParameter Nullable(string? value, NpgsqlDbType type) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = type };

    private static string? TextOrNull(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
