using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Changes members of a publication.</summary>
internal static class PatchPublication
{
    /// <summary>Change members of a publication</summary>
    /// <remarks>
    /// Members that are absent stay, null clears. A new name shows at once wherever stories show it; the old slug leads to the new one. The time
    /// zone stands as soon as there are stories.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Written<Publication>, Missing, Stale<Publication>, PublicationRefusal>> Handle(
        string idOrSlug, IfMatch ifMatch, Patch<PublicationInput> patch, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await PublicationWriter.Hold(write.Connection, new TaxonomyAddress(idOrSlug), cancellationToken) is not { } row)
        {
            return new Missing("No publication has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Publication>(new Publication(row), row.Version);
        }

        var (input, wrong) = patch.Apply(PublicationEditing.Present(row));
        if (input is null)
        {
            return new PublicationRefusal(wrong!);
        }

        var (publication, refusal) = await PublicationEditing.Change(write, input, row, cancellationToken);
        return publication is null ? new PublicationRefusal(refusal!) : new Written<Publication>(publication, publication.Version);
    }
}
