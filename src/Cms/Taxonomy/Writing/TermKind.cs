using Cms.Http.Problems;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>How contributors, sections and tags differ when they are written. All SQL in it is constant text.</summary>
internal sealed record TermKind<TRow, TInput, TShape>
    where TRow : TaxonomyRow
    where TInput : class, ITermInput
    where TShape : TaxonomyHead
{
    public required TaxonomyRelation<TRow> Relation { get; init; }

    /// <summary>The row as it is answered.</summary>
    public required Func<TRow, TShape> Shape { get; init; }

    /// <summary>The input that would make the row: what a patch is laid over.</summary>
    public required Func<TRow, TInput> Present { get; init; }

    /// <summary>The columns besides slug and name, and what the input gives them.</summary>
    public required Func<TInput, IReadOnlyList<TermValue>> Values { get; init; }

    /// <summary>Finds what the input refers to; null where it refers to nothing.</summary>
    public PlaceTerm<TInput>? Place { get; init; }

    /// <summary>What follows `from` to count public stories that refer to one of `@Ids`.</summary>
    public required string Published { get; init; }

    /// <summary>Whether a revision `r` refers to one of `@Ids`.</summary>
    public required string Revised { get; init; }

    /// <summary>Counts rows of its own kind that refer to `@Id`.</summary>
    public string Below { get; init; } = "0";

    /// <summary>Statements that make what refers to `@Id` refer to `@Into`; revisions follow `merged_into` by themselves.</summary>
    public required string Move { get; init; }
}

/// <summary>A column and its value.</summary>
internal sealed record TermValue(string Column, object? Value);

/// <summary>Finds what an input refers to, or says what is wrong with it.</summary>
internal delegate Task<(IReadOnlyList<TermValue> Values, ProblemError? Error)> PlaceTerm<in TInput>(
    NpgsqlConnection connection, Guid publicationId, Guid id, TInput input, CancellationToken cancellationToken);
