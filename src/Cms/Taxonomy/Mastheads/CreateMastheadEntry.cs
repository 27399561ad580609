using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Enters a term into a masthead.</summary>
internal static class CreateMastheadEntry
{
    /// <summary>Enter a term into a masthead</summary>
    /// <remarks>
    /// For its days the entry wins over what pages print for that office. Several names may share an office; an entry that gives the same office
    /// to the same name on days that another one covers is refused. The mastheads of stories that are out stay as they are.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Added<EnteredTerm>, Missing, MastheadRefusal>> Handle(
        string idOrSlug, Body<MastheadEntryInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await MastheadEntryStore.Hold(write.Connection, new TaxonomyAddress(idOrSlug), cancellationToken) is not { } publicationId)
        {
            return new Missing("No publication has this id or slug.");
        }

        var (entry, refusal) = await MastheadEditing.Create(write, publicationId, Guid.CreateVersion7(), body.Value, cancellationToken);
        return entry is null
            ? new MastheadRefusal(refusal!)
            : new Added<EnteredTerm>(entry, entry.Version, $"/v1/publications/{publicationId}/masthead/{entry.Id}");
    }
}
