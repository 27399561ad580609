using Cms.Content.Sources;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Commits a batch: tries again what another writer got in the way of, and leaves out what the database refuses.</summary>
internal sealed class BatchCommit(TimeProvider clock)
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

    private static async Task<IReadOnlyList<DocumentOutcome>> Commit(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var outcomes = await BatchWriter.Write(connection, run, batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcomes;
    }

    /// <summary>Tries each document alone and takes it back; what the database refuses is rejected, the others still go in together.</summary>
    private static async Task<SourceBatch> WithoutRefused(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        var documents = new List<ReadDocument>();
        foreach (var document in batch.Documents)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await BatchWriter.Write(connection, run, batch with { Documents = [document], Recovered = [] }, cancellationToken);
                await transaction.RollbackAsync(cancellationToken);
                documents.Add(document);
            }
            catch (PostgresException exception) when (IsAboutData(exception))
            {
                documents.Add(document with { Manuscript = null, Refusal = Refusal(exception) });
            }
        }

        return batch with { Documents = documents };
    }

    private static SourceRefusal Refusal(PostgresException exception)
    {
        var rule = exception.ConstraintName ?? exception.SqlState;
        return new SourceRefusal("E_REFUSED", null, null, null, $"Expected what the database can hold, found a story that breaks {rule}.");
    }

    private static bool IsAboutOthers(PostgresException exception) => exception.SqlState
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    /// <summary>Data that has no form in the database, breaks a constraint, or exceeds a limit; nothing that waiting would heal.</summary>
    private static bool IsAboutData(PostgresException exception) => exception.SqlState[..2] is "22" or "23" or "54";
}
