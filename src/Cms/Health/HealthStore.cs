using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Health;

/// <summary>Looks at what serving depends on.</summary>
internal sealed class HealthStore(Database database, DatabaseState state)
{
    public const string Fine = "ok";

    /// <summary>Each check and what it saw: constant work, at most a second.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Check(
        bool isStopping, CancellationToken cancellationToken) => new Dictionary<string, string>
    {
        ["database"] = await CheckDatabase(cancellationToken),
        ["lifetime"] = isStopping ? "stopping" : Fine,
        ["reader"] = database.ReaderMode,
        ["durability"] = database.Durability,
    };

    private async Task<string> CheckDatabase(CancellationToken cancellationToken)
    {
        if (!state.IsReady)
        {
            return state.Reason;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await using var connection = await database.Reader.OpenConnectionAsync(patience.Token);
            await connection.ExecuteScalarAsync<int>(new CommandDefinition("select 1", cancellationToken: patience.Token));
            return Fine;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return "the database cannot be reached.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the database did not answer within a second.";
        }
    }
}
