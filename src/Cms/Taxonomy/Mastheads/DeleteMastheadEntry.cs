using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Deletes an entry of a masthead.</summary>
internal static class DeleteMastheadEntry
{
    /// <summary>Delete an entry of a masthead</summary>
    /// <remarks>Answers the entry as it was. What pages print for its days stands again.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    /// <param name="id">The entry's id.</param>
    public static async Task<Results<Written<EnteredTerm>, Missing, Stale<EnteredTerm>>> Handle(
        string idOrSlug, Guid id, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await MastheadEntryStore.Hold(write.Connection, new TaxonomyAddress(idOrSlug), cancellationToken) is not { } publicationId)
        {
            return new Missing("No publication has this id or slug.");
        }

        if (await MastheadEntryStore.Read(write.Connection, publicationId, id, cancellationToken) is not { } row)
        {
            return new Missing("The publication has no entry with this id.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<EnteredTerm>(new EnteredTerm(row), row.Version);
        }

        await MastheadEditing.Delete(write, publicationId, id, cancellationToken);
        return new Written<EnteredTerm>(new EnteredTerm(row), row.Version);
    }
}
