using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Changes members of a section.</summary>
internal static class PatchSection
{
    /// <summary>Change members of a section</summary>
    /// <remarks>
    /// Members that are absent stay, null clears. A new name shows at once wherever stories show it; the old slug leads to the new one.
    /// Another parent moves the section with all below it; below itself it is refused.
    /// </remarks>
    /// <param name="idOrSlug">The section's id or slug.</param>
    public static async Task<Results<Written<Section>, Missing, Stale<Section>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        IfMatch ifMatch,
        Patch<SectionInput> patch,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Sections.Hold(write, address, other: null, cancellationToken);
        if (row is null)
        {
            return new Missing("No section has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Section>(new Section(row), row.Version);
        }

        var (section, refusal) = await TermKinds.Sections.Change(write, patch, row, cancellationToken);
        return section is null ? new TermRefusal(refusal!) : new Written<Section>(section, section.Version);
    }
}
