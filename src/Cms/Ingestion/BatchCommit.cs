using Cms.Content.Sources;
using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Commits a batch: tries again what another writer got in the way of, and leaves out what the database refuses.</summary>
internal sealed class BatchCommit(Database database, TimeProvider clock)
{
    private const int Attempts = 5;

    public async Task<IReadOnlyList<DocumentOutcome>> Write(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Commit(connection, run, batch, cancellationToken);
            }
            catch (PostgresException exception) when (attempt < Attempts && IsAboutOthers(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), clock, cancellationToken);
            }
            catch (PostgresException exception) when (attempt < Attempts && IsAboutData(exception))
            {
                batch = await WithoutRefused(connection, run, batch, cancellationToken);
            }
        }
    }

    /// <summary>Writes one document inside a write that has begun, and that goes on when the database refuses the document.</summary>
    public static async Task<IReadOnlyList<DocumentOutcome>> Add(
        WriteTransaction write, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        await write.Connection.ExecuteAsync(new CommandDefinition("savepoint document", cancellationToken: cancellationToken));
        try
        {
            return await BatchWriter.Write(write, run, batch, cancellationToken);
        }
        catch (PostgresException exception) when (IsAboutData(exception))
        {
            await write.Connection.ExecuteAsync(new CommandDefinition("rollback to savepoint document", cancellationToken: cancellationToken));
            batch = batch with { Documents = [.. batch.Documents.Select(document => Refused(document, exception))] };
            return await BatchWriter.Write(write, run, batch, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<DocumentOutcome>> Commit(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        await using var write = new WriteTransaction(database);
        await write.Begin(WriteStamp.Ingestion, connection, cancellationToken);
        var outcomes = await BatchWriter.Write(write, run, batch, cancellationToken);
        await write.Commit(cancellationToken);
        return outcomes;
    }

    /// <summary>Tries each document alone and takes it back; what the database refuses is rejected, the others still go in together.</summary>
    private async Task<SourceBatch> WithoutRefused(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        var documents = new List<ReadDocument>();
        foreach (var document in batch.Documents)
        {
            try
            {
                await using var write = new WriteTransaction(database);
                await write.Begin(WriteStamp.Ingestion, connection, cancellationToken);
                await BatchWriter.Write(write, run, batch with { Documents = [document], Recovered = [] }, cancellationToken);
                documents.Add(document);
            }
            catch (PostgresException exception) when (IsAboutData(exception))
            {
                documents.Add(Refused(document, exception));
            }
        }

        return batch with { Documents = documents };
    }

    private static ReadDocument Refused(ReadDocument document, PostgresException exception)
    {
        var detail = $"Expected what the database can hold, found a story that breaks {exception.ConstraintName ?? exception.SqlState}.";
        return document with { Manuscript = null, Refusal = new SourceRefusal("E_REFUSED", null, null, null, detail) };
    }

    private static bool IsAboutOthers(PostgresException exception) => exception.SqlState
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    /// <summary>Data that has no form in the database, breaks a constraint, or exceeds a limit; nothing that waiting would heal.</summary>
    private static bool IsAboutData(PostgresException exception) => exception.SqlState[..2] is "22" or "23" or "54";
}
