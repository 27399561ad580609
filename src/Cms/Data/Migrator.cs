using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Cms.Data;

/// <summary>Brings the schema up to this program: numbered files, each once, in one transaction, safe with several nodes starting at once.</summary>
internal static class Migrator
{
    /// <summary>Any number that no one else locks; the same on every node.</summary>
    private const long Lock = 0x636D732D6D6967;

    /// <summary>The migrations of this program, in order.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } = Read();

    /// <summary>Runs what has not run yet; answers how many did.</summary>
    public static async Task<int> Migrate(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });
        await connection.ExecuteAsync(
            """
            create table if not exists schema_migrations (
                number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())
            """);
        var applied = (await connection.QueryAsync<AppliedMigration>(
            "select number, name, checksum from schema_migrations order by number")).ToList();
        Judge(applied);

        var pending = Migrations.Where(migration => applied.All(done => done.Number != migration.Number)).ToList();
        foreach (var migration in pending)
        {
            await connection.ExecuteAsync(migration.Sql);
            await connection.ExecuteAsync(
                "insert into schema_migrations (number, name, checksum) values (@Number, @Name, @Checksum)", migration);
        }

        await connection.ExecuteAsync(ReaderGrants.Sql);
        await transaction.CommitAsync(cancellationToken);
        return pending.Count;
    }

    private static void Judge(List<AppliedMigration> applied)
    {
        foreach (var done in applied)
        {
            var known = Migrations.FirstOrDefault(migration => migration.Number == done.Number)
                ?? throw new SchemaException(
                    $"The database has migration {done.Number} ({done.Name}), which this program does not know: it was written by a newer one. "
                    + "Run the newer program.");
            if (known.Checksum != done.Checksum)
            {
                throw new SchemaException(
                    $"Migration {done.Number} ({done.Name}) is not the one that this database was made with. "
                    + "Restore the file, or start on an empty database.");
            }
        }
    }

    private static List<Migration> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                var sql = reader.ReadToEnd();
                var name = resource.Split('.')[^2];
                return new Migration
                {
                    Number = int.Parse(name[..3], System.Globalization.CultureInfo.InvariantCulture),
                    Name = name[4..],
                    Sql = sql,
                    Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))),
                };
            })];
    }

    private sealed record AppliedMigration
    {
        public required int Number { get; init; }
        public required string Name { get; init; }
        public required string Checksum { get; init; }
    }
}

/// <summary>One numbered file.</summary>
internal sealed record Migration
{
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string Sql { get; init; }
    public required string Checksum { get; init; }
}

/// <summary>The schema is not one that this program may touch.</summary>
internal sealed class SchemaException(string message) : Exception(message);
