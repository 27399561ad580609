using Cms.Http;
using Cms.Http.Problems;
using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>Keeps the sections of a publication a tree that is not too deep.</summary>
internal static class SectionTree
{
    /// <summary>Finds the parent of a section that is made or moved, with the tree held still until the write ends.</summary>
    public static async Task<(IReadOnlyList<TermValue> Values, ProblemError? Error)> Place(
        NpgsqlConnection connection, Guid publicationId, Guid id, SectionInput input, CancellationToken cancellationToken)
    {
        await Lock(connection, publicationId, cancellationToken);
        if (input.Parent is null)
        {
            return ([new TermValue("parent_id", null)], null);
        }

        if (await TermStore.Refer(connection, TaxonomyRelations.Sections, publicationId, input.Parent, cancellationToken) is not { } parent)
        {
            return ([], Wrong(ErrorCode.UnknownReference, "No section of the publication has this id or slug."));
        }

        var (above, height) = await Measure(connection, parent, id, cancellationToken);
        return above is null ? ([], Wrong(ErrorCode.Invalid, "A section cannot lie below itself."))
            : above + height > Limits.SectionDepth ? ([], Wrong(ErrorCode.TooDeep, $"Sections are nested {Limits.SectionDepth} deep at most."))
            : ([new TermValue("parent_id", parent)], null);
    }

    /// <summary>Holds the tree of a publication: two moves at once could make a circle.</summary>
    public static Task Lock(NpgsqlConnection connection, Guid publicationId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "select from publications where id = @publicationId for no key update", new { publicationId }, cancellationToken: cancellationToken));

    /// <summary>How deep a section lies, and how high the tree below another is, that one counted; no depth when the first is in the tree.</summary>
    public static async Task<(long? Depth, long Height)> Measure(
        NpgsqlConnection connection, Guid parent, Guid id, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleAsync<TreeRow>(new CommandDefinition(
            """
            with recursive above as (
                select s.id, s.parent_id, 1 as depth
                from sections s
                where s.id = @parent
                union all
                select s.id, s.parent_id, above.depth + 1
                from sections s
                join above on s.id = above.parent_id
            ) cycle id set is_cycle using path,
            below as (
                select @id::uuid as id, 1 as height
                union all
                select s.id, below.height + 1
                from sections s
                join below on s.parent_id = below.id
            ) cycle id set is_cycle using path
            select
                (select max(depth) from above where not exists (select from above where id = @id)) as depth,
                (select max(height) from below) as height
            """,
            new { parent, id },
            cancellationToken: cancellationToken));
        return (row.Depth, row.Height);
    }

    /// <summary>Moves the sections right below one to another; answers which.</summary>
    public static async Task<IReadOnlyList<Guid>> MoveBelow(NpgsqlConnection connection, Guid id, Guid parent, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            update sections
            set parent_id = @parent,
                version = version + 1,
                updated_at = now()
            where parent_id = @id
            returning id
            """,
            new { id, parent },
            cancellationToken: cancellationToken))).AsList();

    private static ProblemError Wrong(string code, string detail) => new() { Pointer = "/parent", Code = code, Detail = detail };

    private sealed record TreeRow
    {
        public long? Depth { get; init; }
        public required long Height { get; init; }
    }
}
