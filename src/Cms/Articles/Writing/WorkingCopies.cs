using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Articles.Writing;

/// <summary>Reads working copies inside a write, those in the trash too.</summary>
internal static class WorkingCopies
{
    private const string Columns = $"{ArticleRow.SummaryColumns}, a.body, a.masthead, a.source, a.translation_group";

    /// <summary>
    /// One story, which nobody else changes until the write ends; null when there is none. Drafts have no slug yet, so ids name them.
    /// </summary>
    public static async Task<ArticleRow?> Hold(NpgsqlConnection connection, ArticleAddress address, CancellationToken cancellationToken)
    {
        var where = address.Id is not null
            ? "a.id = @Id"
            : $"""
              a.id = (
                  select s.article_id
                  from slugs s
                  where s.slug = @IdOrSlug
                    and s.is_current
                    and s.publication_id = {TaxonomyStore.Home})
              """;
        var id = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            $"""
            select a.id
            from articles a
            where {where}
            for update
            """,
            address,
            cancellationToken: cancellationToken));
        // A second statement: the first one's snapshot may be older than the lock.
        return id is null ? null : await Read(connection, id.Value, cancellationToken);
    }

    /// <summary>Whether no story has this id. Of two writers who ask for the same one, the second waits for the first to end.</summary>
    public static async Task<bool> IsFree(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        // Two statements: the second one's snapshot must be younger than the lock.
        await connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_xact_lock(hashtextextended(@id::text, 0))", new { id }, cancellationToken: cancellationToken));
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select not exists (select from articles where id = @id)", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>The story as it stands in this transaction.</summary>
    public static Task<ArticleRow> Read(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<ArticleRow>(new CommandDefinition(
            $"""
            select {Columns}
            from newsroom_articles a
            where a.id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Whether another story has claimed the slug.</summary>
    public static Task<bool> IsTaken(NpgsqlConnection connection, Guid publicationId, string slug, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (
                select
                from slugs
                where publication_id = @publicationId
                  and slug = @slug
                  and article_id <> @id)
            """,
            new { publicationId, slug, id },
            cancellationToken: cancellationToken));

    /// <summary>The group of the translations of a story; null when there is no such story.</summary>
    public static Task<Guid?> TranslationGroup(NpgsqlConnection connection, Guid original, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            """
            select coalesce(translation_group, id)
            from articles
            where id = @original
              and id <> @id
              and deleted_at is null
            """,
            new { original, id },
            cancellationToken: cancellationToken));
}
