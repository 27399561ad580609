using Cms.Data;
using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Reads and writes what editors say of offices.</summary>
internal sealed class MastheadEntryStore(Database database)
{
    private const string Columns = """e.id, e.role, e.name, e.since as "from", e.until, e.version, e.created_at, e.updated_at""";

    /// <summary>The publication that a path names; null when there is none.</summary>
    public async Task<Guid?> FindPublication(TaxonomyAddress address, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            "select id from publications where id = @Id or slug = @IdOrSlug", address, cancellationToken: cancellationToken));
    }

    /// <summary>One page of a publication's entries, newest first, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<MastheadEntryRow>> List(Guid publicationId, Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<MastheadEntryRow>(new CommandDefinition(
            $"""
            select {Columns}
            from masthead_entries e
            where e.publication_id = @publicationId
              and (@before::uuid is null or e.id < @before)
            order by e.id desc
            limit @rows
            """,
            new { publicationId, before, rows = limit + 1 },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One entry; null when there is none.</summary>
    public async Task<MastheadEntryRow?> Find(TaxonomyAddress publication, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<MastheadEntryRow>(new CommandDefinition(
            $"""
            select {Columns}
            from masthead_entries e
            join publications p on p.id = e.publication_id
            where e.id = @entryId
              and (p.id = @Id or p.slug = @IdOrSlug)
            """,
            new { publication.Id, publication.IdOrSlug, entryId = id },
            cancellationToken: cancellationToken));
    }

    /// <summary>Holds a publication's masthead until the write ends, so that no two terms overlap; null when there is none.</summary>
    public static Task<Guid?> Hold(NpgsqlConnection connection, TaxonomyAddress publication, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            """
            select id
            from publications
            where id = @Id
               or slug = @IdOrSlug
            for no key update
            """,
            publication,
            cancellationToken: cancellationToken));

    /// <summary>One entry of a masthead that is held.</summary>
    public static Task<MastheadEntryRow?> Read(NpgsqlConnection connection, Guid publicationId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MastheadEntryRow>(new CommandDefinition(
            $"""
            select {Columns}
            from masthead_entries e
            where e.publication_id = @publicationId
              and e.id = @id
            """,
            new { publicationId, id },
            cancellationToken: cancellationToken));

    /// <summary>Whether another entry gives the same office to the same name on one of the days.</summary>
    public static Task<bool> Overlaps(
        NpgsqlConnection connection, Guid publicationId, Guid id, MastheadEntryInput input, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (
                select from masthead_entries
                where publication_id = @publicationId
                  and role = @Role
                  and name = @Name
                  and id <> @id
                  and daterange(since, until) && daterange(@From, @Until))
            """,
            new { publicationId, id, input.Role, input.Name, input.From, input.Until },
            cancellationToken: cancellationToken));

    /// <summary>Makes an entry; false when something has the id.</summary>
    public static async Task<bool> Insert(
        NpgsqlConnection connection, Guid publicationId, Guid id, MastheadEntryInput input, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into masthead_entries (id, publication_id, role, name, since, until)
            values (@id, @publicationId, @Role, @Name, @From, @Until)
            on conflict (id) do nothing
            """,
            new { id, publicationId, input.Role, input.Name, input.From, input.Until },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Changes an entry.</summary>
    public static Task Update(NpgsqlConnection connection, Guid id, MastheadEntryInput input, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update masthead_entries
            set role = @Role,
                name = @Name,
                since = @From,
                until = @Until,
                version = version + 1,
                updated_at = now()
            where id = @id
            """,
            new { id, input.Role, input.Name, input.From, input.Until },
            cancellationToken: cancellationToken));

    /// <summary>Deletes an entry.</summary>
    public static Task Delete(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "delete from masthead_entries where id = @id", new { id }, cancellationToken: cancellationToken));
}
