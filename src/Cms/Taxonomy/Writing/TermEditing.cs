using System.Globalization;
using Cms.Content.Text;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes and changes contributors, sections and tags: what every such write goes through, its audit row and its event among it.</summary>
internal static class TermEditing
{
    /// <summary>
    /// The row that a path names by its id or present slug, and another of its publication, both held: nobody else changes them, no story comes
    /// to refer to them until the write ends.
    /// </summary>
    public static async Task<(TRow? Row, TRow? Other)> Hold<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, TaxonomyAddress address, string? other, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        if (await TermStore.Locate(write.Connection, kind.Relation, address, cancellationToken) is not { } place)
        {
            return (null, null);
        }

        if (kind.Place is not null)
        {
            await SectionTree.Lock(write.Connection, place.PublicationId, cancellationToken);
        }

        var otherId = other is null ? null
            : await TermStore.Refer(write.Connection, kind.Relation, place.PublicationId, other, cancellationToken);
        await TermStore.Lock(write.Connection, kind.Relation, otherId is null ? [place.Id] : [place.Id, otherId.Value], cancellationToken);
        // Statements of their own: the snapshot of one that waited for a lock may be older than the lock.
        return (
            await TermStore.Read(write.Connection, kind.Relation, place.Id, cancellationToken),
            otherId is null ? null : await TermStore.Read(write.Connection, kind.Relation, otherId.Value, cancellationToken));
    }

    /// <summary>Makes a row under the id.</summary>
    public static async Task<(TShape? Shape, ProblemResult? Refusal)> Create<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, TInput input, Guid id, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        if (await StoryReferences.Home(write.Connection, input.PublicationSlug, cancellationToken) is not { } home)
        {
            return (null, new Unprocessable("/publicationSlug", ErrorCode.UnknownReference, "No publication has this slug."));
        }

        var slug = input.Slug ?? Slugs.From(input.Name);
        var (values, error) = await Compose(kind, write, home.Id, id, input, cancellationToken);
        if (error is not null || slug.Length == 0)
        {
            return (null, new Unprocessable(error ?? NoSlug));
        }

        if (!await TermWriter.Insert(write.Connection, kind.Relation.Name, id, home.Id, [new("slug", slug), .. values], cancellationToken))
        {
            var isThere = await TermWriter.Exists(write.Connection, kind.Relation.Name, id, cancellationToken);
            return (null, isThere ? new ExistsAlready() : new SlugTaken(slug));
        }

        return (await kind.Finish(write, id, "create", cancellationToken), null);
    }

    /// <summary>Replaces what a row, which is held, says.</summary>
    public static async Task<(TShape? Shape, ProblemResult? Refusal)> Change<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, TInput input, TRow row, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        if (input.PublicationSlug is { } home
            && (await StoryReferences.Home(write.Connection, home, cancellationToken))?.Id != row.PublicationId)
        {
            return (null, new Unprocessable("/publicationSlug", ErrorCode.Invalid, $"A {kind.Relation.Noun} stays in its publication."));
        }

        var (values, error) = await Compose(kind, write, row.PublicationId, row.Id, input, cancellationToken);
        if (error is not null)
        {
            return (null, new Unprocessable(error));
        }

        if (input.Slug is { } slug && slug != row.Slug
            && !await TermSlugs.Move(write.Connection, kind.Relation.Name, row, slug, cancellationToken))
        {
            return (null, new SlugTaken(slug));
        }

        await TermWriter.Update(write.Connection, kind.Relation.Name, row.Id, values, cancellationToken);
        return (await kind.Finish(write, row.Id, "update", cancellationToken), null);
    }

    /// <summary>Lays a patch over a row, which is held.</summary>
    public static async Task<(TShape? Shape, ProblemResult? Refusal)> Change<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, Patch<TInput> patch, TRow row, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        var (input, refusal) = patch.Apply(kind.Present(row));
        return input is null ? (null, refusal) : await kind.Change(write, input, row, cancellationToken);
    }

    /// <summary>Ends a change: records it and reads the row back.</summary>
    public static async Task<TShape> Finish<TRow, TInput, TShape>(
        this TermKind<TRow, TInput, TShape> kind, WriteTransaction write, Guid id, string action, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        var row = (await TermStore.Read(write.Connection, kind.Relation, id, cancellationToken))!;
        Record(write, kind.Relation.Noun, action, id, string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","publicationId":"{{row.PublicationId}}","version":{{row.Version}}}"""));
        return kind.Shape(row);
    }

    /// <summary>Leaves the audit row and the event of a change to one row.</summary>
    public static void Record(WriteTransaction write, string noun, string action, Guid id, string facts)
    {
        write.Audit($"{noun}.{action}", noun, id, facts);
        write.Emit($"{noun}.{(action.EndsWith('e') ? $"{action}d" : $"{action}ed")}", noun, id, facts);
    }

    /// <summary>422: a name of punctuation alone gives no slug.</summary>
    public static ProblemError NoSlug => new() { Pointer = "/slug", Code = ErrorCode.Required, Detail = "The name gives no slug: choose one." };

    private static async Task<(IReadOnlyList<TermValue> Values, ProblemError? Error)> Compose<TRow, TInput, TShape>(
        TermKind<TRow, TInput, TShape> kind, WriteTransaction write, Guid publicationId, Guid id, TInput input, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        var (placed, error) = kind.Place is null ? ([], null) : await kind.Place(write.Connection, publicationId, id, input, cancellationToken);
        return ([new TermValue("name", Normalization.ForStoring(input.Name)), .. kind.Values(input), .. placed], error);
    }
}
