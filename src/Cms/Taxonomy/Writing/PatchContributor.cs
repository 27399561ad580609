using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Changes members of a contributor.</summary>
internal static class PatchContributor
{
    /// <summary>Change members of a contributor</summary>
    /// <remarks>
    /// Members that are absent stay, null clears. A new name shows at once wherever stories show it; the old slug leads to the new one.
    /// </remarks>
    /// <param name="idOrSlug">The contributor's id or slug.</param>
    public static async Task<Results<Written<Contributor>, Missing, Stale<Contributor>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        IfMatch ifMatch,
        Patch<ContributorInput> patch,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Contributors.Hold(write, address, other: null, cancellationToken);
        if (row is null)
        {
            return new Missing("No contributor has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Contributor>(new Contributor(row), row.Version);
        }

        var (contributor, refusal) = await TermKinds.Contributors.Change(write, patch, row, cancellationToken);
        return contributor is null ? new TermRefusal(refusal!) : new Written<Contributor>(contributor, contributor.Version);
    }
}
