using System.Net.Sockets;
using Npgsql;

namespace Cms.Data.Watching;

/// <summary>Hears at once that a story went. Only a hint: without it the next poll finds out.</summary>
internal static class RemovalNotices
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Listens until it is told to stop, over as many connections as it takes.</summary>
    public static async Task Listen(NpgsqlDataSource pool, Action heard, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await pool.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, _) => heard();
                await using (var command = new NpgsqlCommand("listen cms_removal", connection))
                {
                    await command.ExecuteNonQueryAsync(cancellationToken);
                }

                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException or OperationCanceledException)
            {
                // What cut this connection may have cut the other: the next poll finds out.
                heard();
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
