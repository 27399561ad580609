using Npgsql;

namespace Cms.Data;

/// <summary>Where the database is: connection strings for the newsroom and, where there is a login for it, for readers.</summary>
/// <param name="Newsroom">The connection string of the user that owns the schema.</param>
/// <param name="Reader">The connection string of the reader's own login; null when there is none.</param>
/// <param name="IsPrivate">Whether the server is our own, to be started and stopped with the program.</param>
internal sealed record DatabaseAddress(string Newsroom, string? Reader, bool IsPrivate)
{
    /// <summary>A pool for one kind of work. Its limits travel in the startup packet, so that no session can lose them.</summary>
    public static NpgsqlDataSource Pool(
        string name,
        string connectionString,
        string options,
        int maxPoolSize = 20,
        int commandTimeout = 30,
        bool isTraced = true,
        bool keepsNothing = false)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = $"cms {name}",
            MaxPoolSize = maxPoolSize,
            // Off costs a factor of two: every statement of ours recurs.
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Where no statement leaves anything in its session, there is nothing to clear before the next one uses it.
            NoResetOnClose = keepsNothing,
            Timeout = 5,
            CommandTimeout = commandTimeout,
        };
        settings.Options = $"{settings.Options} {options}".Trim();
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name }
            .ConfigureTracing(tracing => tracing.ConfigureCommandFilter(command => isTraced && command.CommandText != PoolWatch.Look))
            .Build();
    }
}
