using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Deletes a section.</summary>
internal static class DeleteSection
{
    /// <summary>Delete a section</summary>
    /// <remarks>
    /// Answers the section as it was. Refused while stories, old revisions and sub-sections refer to it, with their counts; with `reassignTo` they
    /// refer to that section from then on. Its slugs are free again.
    /// </remarks>
    /// <param name="idOrSlug">The section's id or slug.</param>
    public static async Task<Results<Written<Section>, Missing, Stale<Section>, RemovalRefusal>> Handle(
        string idOrSlug, [AsParameters] DeleteTermQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, heir) = await TermKinds.Sections.Hold(write, address, query.ReassignTo, cancellationToken);
        if (row is null)
        {
            return new Missing("No section has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Section>(new Section(row), row.Version);
        }

        return await TermKinds.Sections.Delete(write, row, heir, query.ReassignTo, cancellationToken) is { } refusal
            ? new RemovalRefusal(refusal)
            : new Written<Section>(new Section(row), row.Version);
    }
}
