using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Lets one process at a time load a publication. Held by the very connection that writes: when it is lost, so is the lock.</summary>
internal sealed class PublicationLock : IAsyncDisposable
{
    /// <summary>Any number that no other advisory lock of ours begins with.</summary>
    private const int Family = 0x696E67;

    private const int Turns = Family + 1;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlConnection connection;
    private readonly Guid publicationId;

    private PublicationLock(NpgsqlConnection connection, Guid publicationId)
    {
        this.connection = connection;
        this.publicationId = publicationId;
    }

    /// <summary>Waits for the lock; says so once when another process has it.</summary>
    public static async Task<PublicationLock> Take(
        NpgsqlConnection connection, Guid publicationId, Action onWait, CancellationToken cancellationToken)
    {
        var hasWaited = false;
        while (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_lock(@Family, hashtext(@publicationId::text))",
            new { Family, publicationId },
            cancellationToken: cancellationToken)))
        {
            if (!hasWaited)
            {
                onWait();
                hasWaited = true;
            }

            await Task.Delay(Patience, cancellationToken);
        }

        return new PublicationLock(connection, publicationId);
    }

    /// <summary>
    /// Until the transaction ends, nobody else writes documents of the publication: batches take turns with documents that are sent.
    /// </summary>
    public static Task Hold(NpgsqlConnection connection, Guid publicationId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_xact_lock(@Turns, hashtext(@publicationId::text))",
            new { Turns, publicationId },
            cancellationToken: cancellationToken));

    public async ValueTask DisposeAsync()
    {
        // The pool resets a connection only when it is taken again, and until then the lock would stay.
        if (connection.State == System.Data.ConnectionState.Open)
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@Family, hashtext(@publicationId::text))", new { Family, publicationId });
        }
    }
}
