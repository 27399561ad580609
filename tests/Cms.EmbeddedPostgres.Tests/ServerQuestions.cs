using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Cms.EmbeddedPostgres.Tests;

internal static class ServerQuestions
{
    public static async Task<string> AskAsync(this EmbeddedPostgres postgres, string sql, string user = EmbeddedPostgres.Superuser) =>
        await AskAsync(postgres.ConnectionString("postgres", user), sql);

    /// <summary>Asks until the server is back, at most twenty seconds.</summary>
    public static async Task<string> AskUntilAnsweredAsync(this EmbeddedPostgres postgres, string sql)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await postgres.AskAsync(sql);
            }
            catch (Exception e) when (attempt < 400 && IsAbsence(e))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private static bool IsAbsence(Exception e) =>
        e is PostgresException refusal ? refusal.SqlState.StartsWith("57P", StringComparison.Ordinal) : e is NpgsqlException or SocketException;

    public static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>The pid in the first line of the file that the running server keeps.</summary>
    public static int PostmasterPid(this TemporaryFolder folder) =>
        int.Parse(File.ReadLines(System.IO.Path.Join(folder.Options.DataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
