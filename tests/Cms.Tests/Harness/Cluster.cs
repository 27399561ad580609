using System.Security.Cryptography;
using System.Text;
using Cms.Data;
using Cms.EmbeddedPostgres;
using Cms.Tests.Harness;
using Npgsql;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace Cms.Tests.Harness;

/// <summary>One PostgreSQL for the whole run, and in it a migrated template that each test class clones.</summary>
public sealed class Cluster : IAsyncLifetime
{
    private const string Owner = "cms";
    private static int clones;

    private SharedCluster? server;
    private string template = "";

    public async ValueTask InitializeAsync()
    {
        server = await SharedCluster.AcquireAsync("cms-tests", new EmbeddedPostgresOptions
        {
            DataDirectory = "",
            Roles = [Owner, Database.ReaderRole],
            // Many small databases, each used for a moment.
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "128MB" },
        });
        // The name tells which schema it holds, so that two checkouts can share the cluster.
        var schema = string.Concat(Migrator.Migrations.Select(migration => migration.Checksum)) + ReaderGrants.Sql;
        template = "cms_template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)))[..12];
        await using var connection = await Open("postgres");
        await Execute(connection, "select pg_advisory_lock(20)");
        if (!await Exists(connection, template))
        {
            await Execute(connection, $"drop database if exists {template}_new");
            await Execute(connection, $"grant {Database.ReaderRole} to {Owner}");
            await Execute(connection, $"create database {template}_new owner {Owner}");
            await using (var migrated = NpgsqlDataSource.Create(ConnectionString($"{template}_new") + ";Pooling=false"))
            {
                await Migrator.Migrate(migrated, CancellationToken.None);
            }

            await Execute(connection, $"alter database {template}_new rename to {template}");
        }
    }

    /// <summary>A fresh database with the schema in it.</summary>
    public async Task<string> Clone()
    {
        var name = $"cms_test_{Environment.ProcessId}_{Interlocked.Increment(ref clones)}";
        await using var connection = await Open("postgres");
        await Execute(connection, $"create database {name} template {template} owner {Owner}");
        return name;
    }

    /// <summary>An empty database without the schema.</summary>
    public async Task<string> CreateEmpty()
    {
        var name = $"cms_test_{Environment.ProcessId}_{Interlocked.Increment(ref clones)}";
        await using var connection = await Open("postgres");
        await Execute(connection, $"create database {name} owner {Owner}");
        return name;
    }

    public string ConnectionString(string database, string user = Owner) => server!.ConnectionString(database, user);

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A connection of the superuser, for what the program itself may not do.</summary>
    public async Task<NpgsqlConnection> Open(string database)
    {
        var connection = new NpgsqlConnection(ConnectionString(database, EmbeddedPostgres.EmbeddedPostgres.Superuser) + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string database)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = database } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
