using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Replaces an entry of a masthead, or makes one under an id that the client chose.</summary>
internal static class PutMastheadEntry
{
    /// <summary>Replace an entry of a masthead</summary>
    /// <remarks>
    /// What is absent is reset. With `If-None-Match` it makes the entry instead, at a UUID that nothing has yet. The mastheads of stories that are
    /// out stay as they are.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    /// <param name="id">The entry's id.</param>
    public static async Task<
        Results<Written<EnteredTerm>, Added<EnteredTerm>, Missing, ExistsAlready, Stale<EnteredTerm>, MastheadRefusal>> Handle(
        string idOrSlug,
        Guid id,
        PutCondition condition,
        Body<MastheadEntryInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        if (await MastheadEntryStore.Hold(write.Connection, new TaxonomyAddress(idOrSlug), cancellationToken) is not { } publicationId)
        {
            return new Missing("No publication has this id or slug.");
        }

        var row = await MastheadEntryStore.Read(write.Connection, publicationId, id, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ExistsAlready();
            }

            var (made, reason) = await MastheadEditing.Create(write, publicationId, id, body.Value, cancellationToken);
            return made is null
                ? new MastheadRefusal(reason!)
                : new Added<EnteredTerm>(made, made.Version, $"/v1/publications/{publicationId}/masthead/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("The publication has no entry with this id.");
        }

        if (!condition.Matches(row.Version))
        {
            return new Stale<EnteredTerm>(new EnteredTerm(row), row.Version);
        }

        var (entry, refusal) = await MastheadEditing.Change(write, publicationId, id, body.Value, cancellationToken);
        return entry is null ? new MastheadRefusal(refusal!) : new Written<EnteredTerm>(entry, entry.Version);
    }
}
