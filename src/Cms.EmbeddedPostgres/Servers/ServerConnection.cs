using System.Net.Sockets;
using Npgsql;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>How the server is reached, and whether it answers.</summary>
internal static class ServerConnection
{
    /// <summary>Only a part of the socket's name; no network port is opened.</summary>
    public const int Port = 5432;

    public static string StringFor(string data, string database, string user) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketDirectory.For(data),
        Port = Port,
        Database = database,
        Username = user,
    }.ConnectionString;

    public static NpgsqlConnection Maintenance(string data, string? applicationName = null) => new(
        new NpgsqlConnectionStringBuilder(StringFor(data, "postgres", EmbeddedPostgres.Superuser))
        {
            Pooling = false,
            Timeout = 5,
            ApplicationName = applicationName ?? "supervisor",
        }.ConnectionString);

    public static async Task<ServerAnswer> AskAsync(string data, CancellationToken cancellation)
    {
        await using var connection = Maintenance(data);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "select coalesce(current_setting('embedded.settings', true), ''), current_setting('server_version')";
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return new ServerAnswer.Ready(reader.GetString(0), reader.GetString(1).Split(' ')[0]);
        }
        catch (PostgresException e)
        {
            return e.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown
                ? new ServerAnswer.NotYet(e.MessageText)
                : new ServerAnswer.Refusal(e.MessageText);
        }
        catch (Exception e) when (IsFailure(e))
        {
            return new ServerAnswer.Silence();
        }
    }

    /// <summary>All that opening and asking throw when there is no server at the other end, or it goes away.</summary>
    public static bool IsFailure(Exception e) => e is NpgsqlException or SocketException or IOException or TimeoutException;

    public static async Task CreateRolesAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        if (options.Roles.Count == 0)
        {
            return;
        }
        await using var connection = Maintenance(options.Data);
        await connection.OpenAsync(cancellation);
        foreach (var role in options.Roles)
        {
            await using var command = connection.CreateCommand();
            // A new cluster is being written out meanwhile, for which a commit may have to wait.
            command.CommandTimeout = 0;
            // Roles belong to the whole cluster: another process may create the same one in the same moment.
            command.CommandText = $"""
                do $$
                begin
                    create role "{role.Replace("\"", "\"\"", StringComparison.Ordinal)}" login;
                exception
                    when duplicate_object or unique_violation then null;
                end
                $$
                """;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
