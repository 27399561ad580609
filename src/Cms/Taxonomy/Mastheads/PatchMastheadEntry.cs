using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Changes members of an entry of a masthead.</summary>
internal static class PatchMastheadEntry
{
    /// <summary>Change members of an entry of a masthead</summary>
    /// <remarks>Members that are absent stay, null clears. The mastheads of stories that are out stay as they are.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    /// <param name="id">The entry's id.</param>
    public static async Task<Results<Written<EnteredTerm>, Missing, Stale<EnteredTerm>, MastheadRefusal>> Handle(
        string idOrSlug,
        Guid id,
        IfMatch ifMatch,
        Patch<MastheadEntryInput> patch,
        WriteTransaction write,
        CancellationToken cancellationToken)
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

        var (input, wrong) = patch.Apply(MastheadEditing.Present(row));
        if (input is null)
        {
            return new MastheadRefusal(wrong!);
        }

        var (entry, refusal) = await MastheadEditing.Change(write, publicationId, id, input, cancellationToken);
        return entry is null ? new MastheadRefusal(refusal!) : new Written<EnteredTerm>(entry, entry.Version);
    }
}
