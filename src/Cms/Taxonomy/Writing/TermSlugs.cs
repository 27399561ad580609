using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>Moves rows to other slugs. Present and old slugs share one constraint, so that no slug leads to two rows.</summary>
internal static class TermSlugs
{
    /// <summary>
    /// Gives a row, which is held, another slug and keeps the old one for it; false when the slug leads to another row. One's own old slug, taken
    /// back, changes places with the present one.
    /// </summary>
    public static async Task<bool> Move(NpgsqlConnection connection, string table, TaxonomyRow row, string slug, CancellationToken cancellationToken)
    {
        var own = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            $"""
            select id
            from {table}
            where publication_id = @PublicationId
              and slug = @slug
              and merged_into = @Id
            """,
            new { row.PublicationId, row.Id, slug },
            cancellationToken: cancellationToken));
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(
                own is null ? TakeNew(table) : TakeBack(table),
                new { row.Id, row.PublicationId, row.Name, slug, Old = row.Slug, AliasId = own ?? Guid.CreateVersion7() },
                cancellationToken: cancellationToken));
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation && taken.ConstraintName == $"{table}_slug_key")
        {
            return false;
        }
    }

    private static string TakeNew(string table) =>
        $"""
        update {table}
        set slug = @slug
        where id = @Id;

        insert into {table} (id, publication_id, slug, name, merged_into)
        values (@AliasId, @PublicationId, @Old, @Name, @Id)
        """;

    private static string TakeBack(string table) =>
        $"""
        update {table}
        set slug = null
        where id = @AliasId;

        update {table}
        set slug = @slug
        where id = @Id;

        update {table}
        set slug = @Old
        where id = @AliasId
        """;
}
