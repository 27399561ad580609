using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Replaces a section, or makes one under an id that the client chose.</summary>
internal static class PutSection
{
    /// <summary>Replace a section</summary>
    /// <remarks>
    /// What is absent is reset, but for the slug. With `If-None-Match` it makes the section instead, at a UUID that nothing has yet. A new name shows
    /// at once wherever stories show it; the old slug leads to the new one. Another parent moves the section with all below it;
    /// below itself it is refused.
    /// </remarks>
    /// <param name="idOrSlug">The section's id or slug.</param>
    public static async Task<Results<Written<Section>, Added<Section>, Missing, ExistsAlready, Stale<Section>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        PutCondition condition,
        Body<SectionInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Sections.Hold(write, address, other: null, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ExistsAlready();
            }

            if (address.Id is not { } id)
            {
                return new Missing("A section is made at a UUID, not at a slug.");
            }

            var (made, reason) = await TermKinds.Sections.Create(write, body.Value, id, cancellationToken);
            return made is null ? new TermRefusal(reason!) : new Added<Section>(made, made.Version, $"/v1/sections/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("No section has this id or slug.");
        }

        if (!condition.Matches(row.Version))
        {
            return new Stale<Section>(new Section(row), row.Version);
        }

        var (section, refusal) = await TermKinds.Sections.Change(write, body.Value, row, cancellationToken);
        return section is null ? new TermRefusal(refusal!) : new Written<Section>(section, section.Version);
    }
}
