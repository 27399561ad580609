using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>Writes contributors, sections and tags, inside the caller's transaction.</summary>
internal static class TermWriter
{
    /// <summary>Makes a row, public at once; false when its id or its slug is taken.</summary>
    public static async Task<bool> Insert(
        NpgsqlConnection connection,
        string table,
        Guid id,
        Guid publicationId,
        IReadOnlyList<TermValue> values,
        CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into {table} (id, publication_id, public_since, {string.Join(", ", values.Select(value => value.Column))})
            values (@id, @publicationId, now(), {string.Join(", ", values.Select(value => $"@{value.Column}"))})
            on conflict do nothing
            """,
            Parameters(values, new { id, publicationId }),
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Whether something has the id.</summary>
    public static Task<bool> Exists(NpgsqlConnection connection, string table, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"select exists (select from {table} where id = @id)", new { id }, cancellationToken: cancellationToken));

    /// <summary>Changes a row and counts up its version.</summary>
    public static Task Update(
        NpgsqlConnection connection, string table, Guid id, IReadOnlyList<TermValue> values, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            update {table}
            set {string.Join(",\n    ", values.Select(value => $"{value.Column} = @{value.Column}"))},
                version = version + 1,
                updated_at = now()
            where id = @id
            """,
            Parameters(values, new { id }),
            cancellationToken: cancellationToken));

    /// <summary>Deletes a row that nothing refers to, with its old slugs.</summary>
    public static Task Delete(NpgsqlConnection connection, string table, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            delete from {table}
            where id = @id
               or merged_into = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>
    /// Makes whatever refers to a row refer to another. The row stays for the revisions that name its id; its slugs lead to the other one, or
    /// are free again.
    /// </summary>
    public static Task Merge(
        NpgsqlConnection connection, string table, string move, Guid id, Guid into, bool keepsSlugs, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            {move}

            update {table}
            set public_since = coalesce(public_since, (select o.public_since from {table} o where o.id = @Id))
            where id = @Into;

            update {table}
            set merged_into = @Into,
                public_since = null,
                slug = case when @keepsSlugs then slug end
            where id = @Id
               or merged_into = @Id
            """,
            new { Id = id, Into = into, keepsSlugs },
            cancellationToken: cancellationToken));

    private static DynamicParameters Parameters(IReadOnlyList<TermValue> values, object others)
    {
        var parameters = new DynamicParameters(others);
        foreach (var value in values)
        {
            parameters.Add(value.Column, value.Value);
        }

        return parameters;
    }
}
