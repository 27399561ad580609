using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>Writes publications, inside the caller's transaction.</summary>
internal static class PublicationWriter
{
    /// <summary>The publication that a path names, which nobody else changes and to which no story is added until the write ends.</summary>
    public static async Task<PublicationRow?> Hold(NpgsqlConnection connection, TaxonomyAddress address, CancellationToken cancellationToken)
    {
        var id = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            """
            select id
            from publications
            where id = @Id
               or slug = @IdOrSlug
            for update
            """,
            address,
            cancellationToken: cancellationToken));
        return id is null ? null : await Read(connection, id.Value, cancellationToken);
    }

    /// <summary>The publication as it stands in this transaction.</summary>
    public static Task<PublicationRow> Read(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<PublicationRow>(new CommandDefinition(
            $"""
            select {TaxonomyStore.All(TaxonomyRelations.Publications)},
                ({TaxonomyRelations.Publications.Count}) as article_count
            from publications f
            where f.id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Holds all slugs, present and former, and says whether this one leads to another publication.</summary>
    public static async Task<bool> IsTaken(NpgsqlConnection connection, string slug, Guid id, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "lock table former_publication_slugs in share row exclusive mode", cancellationToken: cancellationToken));
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (select from publications where slug = @slug and id <> @id)
                or exists (select from former_publication_slugs where slug = @slug and publication_id <> @id)
            """,
            new { slug, id },
            cancellationToken: cancellationToken));
    }

    /// <summary>Whether PostgreSQL, which reckons dates too, knows the zone.</summary>
    public static Task<bool> KnowsZone(NpgsqlConnection connection, string zone, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from pg_timezone_names where name = @zone)", new { zone }, cancellationToken: cancellationToken));

    /// <summary>Makes a publication; false when something has the id.</summary>
    public static async Task<bool> Insert(
        NpgsqlConnection connection, Guid id, string slug, PublicationInput input, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into publications (id, slug, name, language, time_zone, site_url, article_path)
            values (@Id, @Slug, @Name, @Language, @TimeZone, @SiteUrl, @ArticlePath)
            on conflict (id) do nothing
            """,
            Values(id, slug, input),
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Changes a publication; its former slug leads to it.</summary>
    public static Task Update(NpgsqlConnection connection, Guid id, string slug, PublicationInput input, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from former_publication_slugs
            where slug = @Slug;

            insert into former_publication_slugs (slug, publication_id)
            select slug, id
            from publications
            where id = @Id
              and slug <> @Slug;

            update publications
            set slug = @Slug,
                name = @Name,
                language = @Language,
                time_zone = @TimeZone,
                site_url = @SiteUrl,
                article_path = @ArticlePath,
                version = version + 1,
                updated_at = now()
            where id = @Id
            """,
            Values(id, slug, input),
            cancellationToken: cancellationToken));

    /// <summary>What belongs to a publication, counted; its masthead is part of itself.</summary>
    public static async Task<TermUses> Uses(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        new((await connection.QueryAsync<(string Name, long Count)>(new CommandDefinition(
            """
            select 'stories', count(*) from articles where publication_id = @id
            union all
            select 'sections', count(*) from sections where publication_id = @id and merged_into is null
            union all
            select 'tags', count(*) from tags where publication_id = @id and merged_into is null
            union all
            select 'contributors', count(*) from contributors where publication_id = @id and merged_into is null
            union all
            select 'ingestions', count(*) from ingestions where publication_id = @id
            """,
            new { id },
            cancellationToken: cancellationToken))).ToDictionary(count => count.Name, count => count.Count));

    /// <summary>Deletes a publication that nothing belongs to.</summary>
    public static Task Delete(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from publications
            where id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    private static object Values(Guid id, string slug, PublicationInput input) => new
    {
        Id = id,
        Slug = slug,
        Name = TermInputRules.Stored(input.Name),
        input.Language,
        input.TimeZone,
        input.SiteUrl,
        ArticlePath = input.ArticlePath ?? PublicationInput.ArticlePathDefault,
    };
}
