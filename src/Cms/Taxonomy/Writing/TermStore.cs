using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>Finds and holds contributors, sections and tags inside a write, hidden ones too.</summary>
internal static class TermStore
{
    /// <summary>The row that a path names, by id or present slug; null when there is none.</summary>
    public static Task<TermPlace?> Locate<TRow>(
        NpgsqlConnection connection, TaxonomyRelation<TRow> relation, TaxonomyAddress address, CancellationToken cancellationToken)
        where TRow : TaxonomyRow =>
        connection.QuerySingleOrDefaultAsync<TermPlace>(new CommandDefinition(
            $"""
            select f.id, f.publication_id
            from {relation.Name} f
            where f.merged_into is null
              and {(address.Id is null ? $"f.slug = @IdOrSlug and f.publication_id = {TaxonomyStore.Home}" : "f.id = @Id")}
            """,
            address,
            cancellationToken: cancellationToken));

    /// <summary>The row of a publication that a reference names, by id or by any slug that it ever had; null when there is none.</summary>
    public static Task<Guid?> Refer<TRow>(
        NpgsqlConnection connection, TaxonomyRelation<TRow> relation, Guid publicationId, string reference, CancellationToken cancellationToken)
        where TRow : TaxonomyRow =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            $"""
            select a.current_id
            from {relation.Noun}_aliases a
            where a.publication_id = @publicationId
              and (a.id = @id or a.slug = @reference)
            """,
            new { publicationId, reference, id = TaxonomyAddress.IdOf(reference) },
            cancellationToken: cancellationToken));

    /// <summary>Holds rows and what was merged into them until the write ends: no story comes to refer to them, none is seen half merged.</summary>
    public static Task Lock<TRow>(
        NpgsqlConnection connection, TaxonomyRelation<TRow> relation, Guid[] ids, CancellationToken cancellationToken)
        where TRow : TaxonomyRow =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            select id
            from {relation.Name}
            where id = any(@ids)
               or merged_into = any(@ids)
            order by id
            for update
            """,
            new { ids },
            cancellationToken: cancellationToken));

    /// <summary>The row as it stands in this transaction; null when it is gone.</summary>
    public static Task<TRow?> Read<TRow>(NpgsqlConnection connection, TaxonomyRelation<TRow> relation, Guid id, CancellationToken cancellationToken)
        where TRow : TaxonomyRow =>
        connection.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(
            $"""
            select {TaxonomyStore.AllWorking(relation)},
                f.publication_id,
                ({relation.Count}) as article_count
            from {relation.Name} f
            where f.id = @id
              and f.merged_into is null
            """,
            new { id },
            cancellationToken: cancellationToken));
}

/// <summary>Which row, and of which publication.</summary>
internal sealed record TermPlace
{
    public required Guid Id { get; init; }
    public required Guid PublicationId { get; init; }
}
