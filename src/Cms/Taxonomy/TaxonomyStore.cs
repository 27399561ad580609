using Cms.Data;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>Reads publications, contributors, sections and tags as readers may see them.</summary>
internal sealed class TaxonomyStore(Database database)
{
    /// <summary>The publication that slugs are looked up in: the default one, or that of the id, the slug or a former slug.</summary>
    public const string Home =
        """
        (
            select u.id
            from publications u
            where case when @Publication::text is null then u.is_default else u.slug = @Publication or u.id = @PublicationId end
            union all
            select u.publication_id
            from former_publication_slugs u
            where u.slug = @Publication)
        """;

    /// <summary>All columns of a relation but the count of stories.</summary>
    public static string All<TRow>(TaxonomyRelation<TRow> relation) where TRow : TaxonomyRow =>
        relation.DetailColumns.Length == 0 ? relation.Columns : $"{relation.Columns},\n{relation.DetailColumns}";

    /// <summary>All columns of a relation but the count of stories, as the newsroom sees them.</summary>
    public static string AllWorking<TRow>(TaxonomyRelation<TRow> relation) where TRow : TaxonomyRow =>
        relation.DetailColumns.Length == 0 ? relation.WorkingColumns : $"{relation.WorkingColumns},\n{relation.DetailColumns}";

    /// <summary>One row; null when there is none that readers may see.</summary>
    public async Task<TRow?> Find<TRow>(TaxonomyRelation<TRow> relation, TaxonomyAddress address, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
    {
        var where = address.Id is not null ? "f.id = @Id"
            : relation.IsPerPublication ? $"f.slug = @IdOrSlug and f.publication_id = {Home}"
            : "f.slug = @IdOrSlug";
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(
            $"""
            select {All(relation)},
                ({relation.Count}) as article_count
            from {relation.View} f
            where {where}
            """,
            address,
            cancellationToken: cancellationToken));
    }

    /// <summary>Where a row is now that had this slug once, or was merged into another; null when there is none that readers may see.</summary>
    public async Task<string?> FindRedirect<TRow>(TaxonomyRelation<TRow> relation, TaxonomyAddress address, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
    {
        // Without a slug a row only answers for old revisions.
        var where = !relation.IsPerPublication ? $"a.slug = @IdOrSlug"
            : address.Id is null ? $"a.slug = @IdOrSlug and a.publication_id = {Home}"
            : "a.id = @Id and a.slug is not null";
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        var found = await connection.QuerySingleOrDefaultAsync<Redirect>(new CommandDefinition(
            $"""
            select a.current_id, a.current_slug
            from {(relation.IsPerPublication ? $"public_{relation.Noun}_aliases" : FormerPublications)} a
            where {where}
            """,
            address,
            cancellationToken: cancellationToken));
        return found is null ? null
            : $"/v1/{relation.Name}/{(address.Id is null ? Uri.EscapeDataString(found.CurrentSlug) : found.CurrentId)}";
    }

    /// <summary>One page of rows, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<TRow>> List<TRow>(TaxonomyListStatement<TRow> statement, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        var command = new CommandDefinition(statement.Page, statement.Parameters, cancellationToken: cancellationToken);
        return (await connection.QueryAsync<TRow>(command)).AsList();
    }

    /// <summary>How many rows the list holds, counted to its end or to the cap.</summary>
    public async Task<long> Count<TRow>(TaxonomyListStatement<TRow> statement, bool capped, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            capped ? statement.CappedCount : statement.Count, statement.Parameters, cancellationToken: cancellationToken));
    }

    /// <summary>The terms of a publication's masthead as JSON, on one day or ever; null when there is no such publication.</summary>
    public async Task<string?> FindMasthead(TaxonomyAddress address, DateOnly? day, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            """
            select coalesce(
                (select '[' || string_agg(row_to_json(x)::text, ',' order by x.role collate "und-x-icu", x."from", x.name) || ']'
                 from (select t.role, t.name, t.since as "from", t.until, t.entry_id as "entryId"
                       from masthead_terms t
                       where t.publication_id = f.id
                         and (@Day::date is null or daterange(t.since, t.until) @> @Day::date)) x),
                '[]')
            from publications f
            where f.slug = @IdOrSlug or f.id = @Id
            """,
            new { address.IdOrSlug, address.Id, Day = day },
            cancellationToken: cancellationToken));
    }

    private const string FormerPublications =
        """
        (
            select o.slug, u.id as current_id, u.slug as current_slug
            from former_publication_slugs o
            join publications u on u.id = o.publication_id)
        """;

    private sealed record Redirect
    {
        public required Guid CurrentId { get; init; }
        public required string CurrentSlug { get; init; }
    }
}
