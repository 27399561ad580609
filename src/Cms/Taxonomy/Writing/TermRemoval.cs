using Cms.Data;
using Cms.Http.Problems;

namespace Cms.Taxonomy.Writing;

/// <summary>Deletes and merges contributors, sections and tags. What referred to one refers to the other, old revisions too.</summary>
internal static class TermRemoval
{
    /// <summary>Deletes a row, which is held; whatever refers to it goes over to the heir, or forbids it.</summary>
    public static async Task<ProblemResult?> Delete<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind,
        WriteTransaction write,
        TRow row,
        TRow? heir,
        string? reassignTo,
        CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        if (RefuseHeir(row, heir, reassignTo) is { } wrong)
        {
            return wrong;
        }

        var noun = kind.Relation.Noun;
        if (heir is null)
        {
            var uses = await TermUses.Of(write.Connection, kind, row.Id, cancellationToken);
            if (uses.Any)
            {
                return new InUse(
                    "reassignTo", $"The {noun} is referred to: {uses}. Name another with reassignTo that takes them over.", uses.Facts);
            }

            await TermWriter.Delete(write.Connection, kind.Relation.Name, row.Id, cancellationToken);
        }
        else
        {
            if (await MoveBelow(kind, write, row.Id, heir.Id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await TermWriter.Merge(write.Connection, kind.Relation.Name, kind.Move, row.Id, heir.Id, keepsSlugs: false, cancellationToken);
        }

        TermEditing.Record(write, noun, "delete", row.Id, $$"""
            {"id":"{{row.Id}}","publicationId":"{{row.PublicationId}}","reassignedTo":{{(heir is null ? "null" : $"\"{heir.Id}\"")}}}
            """);
        return null;
    }

    /// <summary>Merges a row into another; both are held. Its slugs lead to the other from now on.</summary>
    public static async Task<TShape> Merge<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, TRow row, TRow into, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        await TermWriter.Merge(write.Connection, kind.Relation.Name, kind.Move, row.Id, into.Id, keepsSlugs: true, cancellationToken);
        TermEditing.Record(
            write, kind.Relation.Noun, "merge", row.Id, $$"""{"id":"{{row.Id}}","publicationId":"{{row.PublicationId}}","into":"{{into.Id}}"}""");
        return kind.Shape((await TermStore.Read(write.Connection, kind.Relation, into.Id, cancellationToken))!);
    }

    /// <summary>422: what `into` names cannot take over.</summary>
    public static Unprocessable? RefuseInto(TaxonomyRow row, TaxonomyRow? into) =>
        into is null ? new Unprocessable("/into", ErrorCode.UnknownReference, "Nothing of this kind and publication has the id or slug.")
        : into.Id == row.Id ? new Unprocessable("/into", ErrorCode.Invalid, "Name another one than the one that is merged.")
        : null;

    private static async Task<ProblemResult?> MoveBelow<TRow, TInput, TShape>(
        TermKind<TRow, TInput, TShape> kind, WriteTransaction write, Guid id, Guid heir, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        if (kind.Place is null)
        {
            return null;
        }

        var (depth, height) = await SectionTree.Measure(write.Connection, heir, id, cancellationToken);
        if (depth is null)
        {
            return new InvalidParameters("reassignTo", ErrorCode.Invalid, "Name a section that does not lie below the one that is deleted.");
        }

        // The section itself goes; what lies below it moves up or down with the heir.
        if (depth + height - 1 > Http.Limits.SectionDepth)
        {
            return new InvalidParameters("reassignTo", ErrorCode.TooDeep, $"Sections are nested {Http.Limits.SectionDepth} deep at most.");
        }

        foreach (var child in await SectionTree.MoveBelow(write.Connection, id, heir, cancellationToken))
        {
            await kind.Finish(write, child, "update", cancellationToken);
        }

        return null;
    }

    private static InvalidParameters? RefuseHeir(TaxonomyRow row, TaxonomyRow? heir, string? reassignTo) =>
        reassignTo is null ? null
        : heir is null ? new InvalidParameters("reassignTo", ErrorCode.UnknownReference, "Nothing of this kind and publication has the id or slug.")
        : heir.Id == row.Id ? new InvalidParameters("reassignTo", ErrorCode.Invalid, "Name another one than the one that is deleted.")
        : null;
}
